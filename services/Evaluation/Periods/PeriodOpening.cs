using Campaign.Api.Evaluation;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Evaluation.RuleSets;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;

namespace Campaign.Evaluation.Periods;

/// <summary>Opens a period and fixes the rule sets that its decisions are made under.</summary>
internal sealed class PeriodOpening(EvaluationDb database, Caller caller)
{
    /// <summary>One committee term.</summary>
    private const int MaxYears = 5;

    private static readonly DateOnly s_latest = new(2100, 12, 31);

    public async Task<Period> OpenAsync(OpenPeriod request, CancellationToken ct)
    {
        Problem.Unless(request.From <= s_latest, "from", FieldCodes.TooLate, ("latest", s_latest));
        Problem.Unless(request.From <= request.To, "to", FieldCodes.TooEarly, ("earliest", request.From));
        var end = request.From.AddYears(MaxYears).AddDays(-1);
        Problem.Unless(request.To <= end, "to", FieldCodes.TooLate, ("latest", end));
        var name = Problem.Text(request.Name, "name", 200);
        var unit = await database.UnitAsync(request.UnitId, ct);
        PeriodActions.Open.Demand(caller, unit.Path);
        var period = new Period
        {
            CampaignId = request.CampaignId,
            Name = name,
            From = request.From,
            To = request.To,
            UnitId = unit.Id,
            UnitPath = unit.Path,
            MemberRuleSet = await RuleSetAsync(request.MemberRuleSet, "memberRuleSet", SubjectKinds.Member, request.To, ct),
            UnitRuleSet = await RuleSetAsync(request.UnitRuleSet, "unitRuleSet", SubjectKinds.Unit, request.To, ct),
        };
        database.Periods.Add(period);
        await database.SaveChangesAsync(ct);
        return period;
    }

    private async Task<string> RuleSetAsync(string? named, string field, string subjectKind, DateOnly lastDay, CancellationToken ct) =>
        (
            named is null
                ? await database.RuleSetInForceAsync(subjectKind, lastDay, ct)
                : await database.RuleSetAsync(named, subjectKind, ct)
                    ?? throw Problem.Invalid(field, EvaluationProblems.RuleSet, ("named", named), ("kind", subjectKind))
        ).Reference;
}
