using Campaign.Api.Directive;
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
        var requirements = (issue.Requirements ?? []).Select(requirement => Check(Count(requirement, calendar), directive, kinds)).ToList();
        foreach (var requirement in requirements)
        {
            await CheckTypesAsync(requirement.Types, "requirements.types", ct);
        }

        Problem.Unless(requirements.Count <= MaxRequirements, $"'requirements' must not be more than {MaxRequirements}.");
        IReadOnlyList<Guid> cooperating = [.. (issue.CooperatingUnitIds ?? []).Distinct()];
        AssignmentParts.Check(issue.LeadUnitId, cooperating);
        Guid[] leading = issue.LeadUnitId is { } lead ? [lead, .. cooperating] : [];
        var byHand = await ByHandAsync([.. issue.UnitIds ?? [], .. leading], ct);
        var byRule = issue.Rule is null ? [] : await ByRuleAsync(issue.Rule, ct);
        var units = Addressing.Union(byHand, byRule);
        Problem.Unless(units.Count <= MaxUnits, $"A directive is issued to {MaxUnits} units at most. Narrow the rule.");
        Problem.Unless(
            units.Count > 0 || requirements.Count == 0,
            "'requirements' ask nobody: name units or a rule, or leave the requirements out to take the document on record."
        );
        Problem.Unless(
            units.Count == 0 || requirements.Count > 0,
            "'requirements' must ask the units for something; to be acknowledged is the least."
        );
        Problem.Unless(
            units
                .Where(unit => leading.Contains(unit.Id))
                .All(unit => requirements.Exists(requirement => Addressing.Asks(requirement, unit.Type))),
            "'requirements' must ask the unit that leads, and those that co-operate, for something."
        );
        return new IssuePlan(units, issue.Rule, requirements, calendar, issue.LeadUnitId, cooperating);
    }

    private async Task<List<Addressee>> ByHandAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        Problem.Unless(ids.Count <= MaxByHand, $"'unitIds' must not be more than {MaxByHand}. Address them by a rule.");
        if (ids.Count == 0)
        {
            return [];
        }

        var distinct = ids.Distinct().ToArray();
        var found = await db
            .Units.AsNoTracking()
            .On(time.Today())
            .Where(unit => distinct.Contains(unit.Id))
            .Select(unit => new Addressee(unit.Id, unit.Path, unit.Type))
            .ToListAsync(ct);
        if (found.Count < distinct.Length)
        {
            var missing = distinct.Except(found.Select(unit => unit.Id)).Take(10);
            throw Problem.Invalid(
                $"'unitIds' names units that do not exist today: {string.Join(", ", missing)}. Remove them or name their successors."
            );
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
        Problem.Unless(units.Count > 0, $"'rule' addresses nobody: there is no such unit under {under} today.");
        return units;
    }

    private Requirement Count(Requirement requirement, WorkingCalendar calendar)
    {
        if (requirement.WorkingDays is not { } days)
        {
            return requirement;
        }

        Problem.Unless(
            days is >= 1 and <= WorkingCalendar.MaxAhead,
            $"'requirements.workingDays' must lie between 1 and {WorkingCalendar.MaxAhead}."
        );
        return requirement with { DueOn = calendar.Add(time.Today(), days) };
    }

    private static IssuedRequirement Check(Requirement requirement, Directive directive, List<RequirementKind> kinds)
    {
        Problem.OneOf(requirement.Kind, "requirements.kind", [.. kinds.Select(kind => kind.Code)]);
        Problem.Unless(
            requirement.DueOn >= directive.SignedOn,
            $"'requirements.dueOn' must not be before the document was signed ({directive.SignedOn:yyyy-MM-dd})."
        );
        Problem.Unless(requirement.DueOn.Year <= directive.SignedOn.Year + 20, "'requirements.dueOn' lies more than 20 years ahead.");
        return new IssuedRequirement(
            requirement.Kind,
            kinds.Single(kind => kind.Code == requirement.Kind).Completion,
            Problem.Text(requirement.Title, "requirements.title", 300),
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
            Problem.Unless(types.Any(known.Contains), $"'{field}' must name types that units have: {string.Join(", ", known)}.");
        }
    }
}
