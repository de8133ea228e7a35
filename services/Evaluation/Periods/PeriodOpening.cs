using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Evaluation.RuleSets;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;

namespace Campaign.Evaluation.Periods;

/// <summary>Opens a period and fixes the rule sets that its decisions are made under.</summary>
internal sealed class PeriodOpening(EvaluationDb database, Caller caller)
{
    private const int MaxYears = 5;

    public async Task<Period> OpenAsync(OpenPeriod request, CancellationToken ct)
    {
        Problem.Unless(request.From <= request.To, "'from' must not lie after 'to'.");
        Problem.Unless(request.To < request.From.AddYears(MaxYears), $"A period lasts at most {MaxYears} years, one committee term.");
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
            MemberRuleSet = await RuleSetAsync(request.MemberRuleSet, SubjectKinds.Member, request.To, ct),
            UnitRuleSet = await RuleSetAsync(request.UnitRuleSet, SubjectKinds.Unit, request.To, ct),
        };
        database.Periods.Add(period);
        await database.SaveChangesAsync(ct);
        return period;
    }

    private async Task<string> RuleSetAsync(string? named, string subjectKind, DateOnly lastDay, CancellationToken ct) =>
        (
            named is null
                ? await database.RuleSetInForceAsync(subjectKind, lastDay, ct)
                : await database.RuleSetAsync(named, subjectKind, ct)
        ).Reference;
}
