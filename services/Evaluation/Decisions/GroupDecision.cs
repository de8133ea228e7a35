using Campaign.Api.Evaluation;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Evaluation.GatheredEvidence;
using Campaign.Evaluation.Periods;
using Campaign.Evaluation.Reviews;
using Campaign.Evaluation.RuleSets;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.Decisions;

/// <summary>
/// The last step: the competent body decides every proposed review of one kind in a subtree as one cap group. Reviews,
/// events and counts are written in one transaction.
/// </summary>
internal sealed class GroupDecision(
    EvaluationDb database,
    PeriodReader periods,
    EvidenceQuery evidence,
    DecisionRecord record,
    Caller caller,
    IAudit audit,
    TimeProvider time
)
{
    private const int MaxGroup = 50_000;

    /// <exception cref="Problem"><c>cap-exceeded</c>, <c>group-too-large</c> (409), <c>outside-your-units</c> (403).</exception>
    public async Task<DecideResult> DecideAsync(Guid periodId, Decide request, CancellationToken ct)
    {
        var kind = Problem.OneOf(request.SubjectKind, "subjectKind", SubjectKinds.All);
        var under = Problem.Text(request.Under, "under", 600);
        var reason = request.OverrideReason is null ? null : Problem.Text(request.OverrideReason, "overrideReason", 2000, 10);
        var today = time.Today();
        var on = request.On ?? today;
        Problem.Unless(on <= today, "on", FieldCodes.TooLate, ("latest", today));
        var period = await periods.FindAsync(periodId, ct);
        periods.DemandWithin(period, PeriodActions.Decide, under);
        var named = kind == SubjectKinds.Member ? period.MemberRuleSet : period.UnitRuleSet;
        var rules = await database.RuleSetAsync(named, kind, ct)
            ?? throw new InvalidOperationException($"The rule set {named} of period {period.Id} is gone.");
        return await database.AtomicallyAsync(
            async () =>
            {
                await HoldAsync(period, kind, ct);
                var reviews = await LockAsync(period, kind, under, ct);
                var ranked = await RankAsync(reviews, rules.Rule, kind, period, ct);
                var exceeds = await ExceedsAsync(ranked, rules.Cap, reason, period, kind, under, ct);
                await record.WriteAsync(period, rules.Reference, on, caller.Name, exceeds ? reason : null, ranked, ct);
                var byRank = ranked.CountBy(decided => decided.Rank).ToDictionary();
                audit.Record(
                    "decided",
                    nameof(Period),
                    period.Id.ToString(),
                    new
                    {
                        under,
                        kind,
                        decided = byRank,
                        overrideReason = exceeds ? reason : null,
                    }
                );
                await database.SaveChangesAsync(ct);
                return new DecideResult(ranked.Count, byRank);
            },
            ct
        );
    }

    // groups of different reviews share a cap: a decision under way must be counted by the next one
    private Task<int> HoldAsync(Period period, string kind, CancellationToken ct) =>
        database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"decision {period.Id} {kind}"}, 0))", ct);

    private async Task<List<Review>> LockAsync(Period period, string kind, string under, CancellationToken ct)
    {
        var (low, high) = UnitPath.Below(under);
        var reviews = await database
            .Reviews.FromSql(
                $"""
                select * from reviews
                where period_id = {period.Id} and state = {ReviewStates.Proposed} and subject_kind = {kind}
                    and (unit_path = {under} or (unit_path >= {low} and unit_path < {high}))
                order by id limit {MaxGroup + 1} for update
                """
            )
            .AsNoTracking()
            .ToListAsync(ct);
        return reviews.Count <= MaxGroup
            ? reviews
            : throw new Problem(EvaluationProblems.GroupTooLarge, ("max", MaxGroup), ("under", under));
    }

    private async Task<List<DecidedReview>> RankAsync(List<Review> reviews, RankRule rule, string kind, Period period, CancellationToken ct)
    {
        var known = rule.NeedsEvidence
            ? await evidence.OfAsync(kind, [.. reviews.Select(review => review.SubjectId)], period.From, period.To, ct)
            : null;
        var none = new Evidence(0, 0, 0, 0, 0, 0, 0);
        return
        [
            .. reviews.Select(review =>
            {
                var score = review.ProposalCommon!.Value + review.ProposalTask!.Value;
                return new DecidedReview(review, score, rule.RankOf(score, known?[review.SubjectId] ?? none));
            }),
        ];
    }

    /// <summary>Whether the group exceeds the cap with a reason; without one it is refused.</summary>
    private async Task<bool> ExceedsAsync(
        List<DecidedReview> ranked,
        Cap? cap,
        string? reason,
        Period period,
        string kind,
        string under,
        CancellationToken ct
    )
    {
        if (cap is null || !ranked.Exists(decided => decided.Rank == Ranks.Excellent))
        {
            return false;
        }

        var byRank = await CountDecidedAsync(period, kind, under, ct);
        foreach (var (rank, count) in ranked.CountBy(decided => decided.Rank))
        {
            byRank[rank] = byRank.GetValueOrDefault(rank) + count;
        }

        var excess = cap.Excess(byRank);
        return excess > 0 && reason is null ? throw CapExceeded(byRank, cap, excess) : excess > 0;
    }

    // decided earlier in the same subtree counts: else a group could be decided piece by piece around its cap
    private Task<Dictionary<string, int>> CountDecidedAsync(Period period, string kind, string under, CancellationToken ct)
    {
        string?[] counted = [Ranks.Excellent, Ranks.Good];
        return database
            .Reviews.Where(review => review.PeriodId == period.Id && counted.Contains(review.Rank) && review.SubjectKind == kind)
            .Within([under], review => review.UnitPath)
            .GroupBy(review => review.Rank!)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, ct);
    }

    private static Problem CapExceeded(Dictionary<string, int> byRank, Cap cap, int excess)
    {
        var excellent = byRank[Ranks.Excellent];
        var goodOrBetter = excellent + byRank.GetValueOrDefault(Ranks.Good);
        return new Problem(
            EvaluationProblems.CapExceeded,
            ("excellent", excellent),
            ("goodOrBetter", goodOrBetter),
            ("allowed", excellent - excess),
            ("percent", cap.Percent),
            ("excess", excess)
        );
    }
}
