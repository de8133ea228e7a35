using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Directives.Assignments;
using Campaign.Directives.Documents;
using Campaign.Directives.Requirements;
using Campaign.Directives.WorkingDays;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Catalogues;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Issuing;

/// <summary>What issuing will do: preview and issue follow the same plan.</summary>
internal sealed record IssuePlan(
    IReadOnlyList<Addressee> Units,
    AddressRule? Rule,
    IReadOnlyList<IssuedRequirement> Requirements,
    WorkingCalendar Calendar,
    Guid? Lead,
    IReadOnlyList<Guid> Cooperating
)
{
    public int Assignments => Addressing.CountAssignments(Units, Requirements);

    public IssuePreview Preview() =>
        new(
            Units.Count,
            Assignments,
            [.. Requirements.Select(requirement => new DueDay(requirement.DueOn, Calendar.IsWorking(requirement.DueOn)))]
        );
}

/// <summary>Turns a request to issue into units and requirements, or says what is wrong with it.</summary>
internal sealed class IssuePlanner(DirectiveDb db, Caller caller, TimeProvider time)
{
    public const int MaxUnits = 50_000;
    private const int MaxByHand = 20_000;
    private const int MaxRequirements = 20;

    /// <exception cref="Problem">The request addresses nobody, or somebody whom the caller may not address.</exception>
    public async Task<IssuePlan> PlanAsync(Directive directive, IssueDirective issue, CancellationToken ct)
    {
        DocumentActions.Issue.Demand(caller, directive);
        var calendar = await db.WorkingCalendarAsync(ct);
        var kinds = await db.RequirementKinds.AsNoTracking().On(time.Today()).InOrder().ToListAsync(ct);
        var asked = issue.Requirements ?? [];
        Problem.Unless(asked.Count <= MaxRequirements, "requirements", FieldCodes.Count, ("min", 0), ("max", MaxRequirements));
        var requirements = asked
            .Select((requirement, index) => Check(Count(requirement, At(index), calendar), At(index), directive, kinds))
            .ToList();
        foreach (var (index, requirement) in requirements.Index())
        {
            await CheckTypesAsync(requirement.Types, $"{At(index)}.types", ct);
        }

        IReadOnlyList<Guid> cooperating = [.. (issue.CooperatingUnitIds ?? []).Distinct()];
        AssignmentParts.Check(issue.LeadUnitId, cooperating);
        Guid[] leading = issue.LeadUnitId is { } lead ? [lead, .. cooperating] : [];
        var byHand = await ByHandAsync(
            [("unitIds", issue.UnitIds ?? []), ("leadUnitId", [.. leading.Take(1)]), ("cooperatingUnitIds", cooperating)],
            ct
        );
        var byRule = issue.Rule is null ? [] : await ByRuleAsync(issue.Rule, ct);
        var units = Addressing.Union(byHand, byRule);
        Problem.Unless(units.Count <= MaxUnits, "rule", DirectiveProblems.RuleTooWide, ("max", MaxUnits));
        Problem.Unless(units.Count > 0 || requirements.Count == 0, "requirements", DirectiveProblems.NobodyAsked);
        Problem.Unless(units.Count == 0 || requirements.Count > 0, "requirements", DirectiveProblems.NothingAsked);
        Problem.Unless(
            units
                .Where(unit => leading.Contains(unit.Id))
                .All(unit => requirements.Exists(requirement => Addressing.Asks(requirement, unit.Type))),
            "requirements",
            DirectiveProblems.LeadersNotAsked
        );
        return new IssuePlan(units, issue.Rule, requirements, calendar, issue.LeadUnitId, cooperating);
    }

    private static string At(int index) => $"requirements[{index}]";

    private async Task<List<Addressee>> ByHandAsync(IReadOnlyList<(string Field, IReadOnlyList<Guid> Ids)> named, CancellationToken ct)
    {
        var count = named.Sum(field => field.Ids.Count);
        Problem.Unless(count <= MaxByHand, "unitIds", FieldCodes.Count, ("min", 0), ("max", MaxByHand));
        if (count == 0)
        {
            return [];
        }

        var distinct = named.SelectMany(field => field.Ids).Distinct().ToArray();
        var found = await db
            .Units.AsNoTracking()
            .On(time.Today())
            .Where(unit => distinct.Contains(unit.Id))
            .Select(unit => new Addressee(unit.Id, unit.Path, unit.Type))
            .ToListAsync(ct);
        if (found.Count < distinct.Length)
        {
            var known = found.Select(unit => unit.Id).ToHashSet();
            throw Problem.Invalid([
                .. named
                    .Select(field => (field.Field, Missing: field.Ids.Where(id => !known.Contains(id)).Distinct().Take(10).ToList()))
                    .Where(field => field.Missing.Count > 0)
                    .Select(field => Problem.Error(field.Field, DirectiveProblems.UnitsNotToday, ("units", field.Missing))),
            ]);
        }

        foreach (var unit in found)
        {
            caller.Demand(unit.Path);
        }

        return found;
    }

    private async Task<List<Addressee>> ByRuleAsync(AddressRule rule, CancellationToken ct)
    {
        var under = Problem.Text(rule.Under, "rule.under", 600);
        await CheckTypesAsync(rule.Types ?? [], "rule.types", ct);
        var rows = db.Units.AsNoTracking().On(time.Today()).Within(caller, under, unit => unit.Path);
        if (rule.Types is { Count: > 0 })
        {
            var types = rule.Types.ToArray();
            rows = rows.Where(unit => types.Contains(unit.Type));
        }

        var units = await rows.OrderBy(unit => unit.Path)
            .Take(MaxUnits + 1)
            .Select(unit => new Addressee(unit.Id, unit.Path, unit.Type))
            .ToListAsync(ct);
        Problem.Unless(units.Count > 0, "rule", DirectiveProblems.RuleReachesNobody, ("under", under));
        return units;
    }

    private Requirement Count(Requirement requirement, string at, WorkingCalendar calendar)
    {
        if (requirement.WorkingDays is not { } days)
        {
            return requirement;
        }

        Problem.Unless(
            days is >= 1 and <= WorkingCalendar.MaxAhead,
            $"{at}.workingDays",
            FieldCodes.Range,
            ("min", 1),
            ("max", WorkingCalendar.MaxAhead)
        );
        return requirement with { DueOn = calendar.Add(time.Today(), days) };
    }

    private static IssuedRequirement Check(Requirement requirement, string at, Directive directive, List<RequirementKind> kinds)
    {
        var (earliest, latest) = (directive.SignedOn, new DateOnly(directive.SignedYear + 20, 12, 31));
        Problem.OneOf(requirement.Kind, $"{at}.kind", [.. kinds.Select(kind => kind.Code)]);
        Problem.Unless(requirement.DueOn >= earliest, $"{at}.dueOn", FieldCodes.TooEarly, ("earliest", earliest));
        Problem.Unless(requirement.DueOn <= latest, $"{at}.dueOn", FieldCodes.TooLate, ("latest", latest));
        return new IssuedRequirement(
            requirement.Kind,
            kinds.Single(kind => kind.Code == requirement.Kind).Completion,
            Problem.Text(requirement.Title, $"{at}.title", 300),
            requirement.DueOn,
            requirement.Types ?? []
        );
    }

    /// <summary>Organization owns the types; here those are known that units have. Types that no unit has at all address nobody.</summary>
    private async Task CheckTypesAsync(IReadOnlyList<string> types, string field, CancellationToken ct)
    {
        if (types.Count > 0)
        {
            var known = await db.Units.Select(unit => unit.Type).Distinct().Order().ToListAsync(ct);
            Problem.Unless(types.Any(known.Contains), field, DirectiveProblems.TypesOfUnits, ("allowed", known));
        }
    }
}
