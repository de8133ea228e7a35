using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Campaign.Evaluation.Periods;
using Campaign.Evaluation.Reviews;
using Campaign.Messaging.Log;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.Decisions;

/// <summary>A review with the score and rank that it is about to get.</summary>
internal sealed record DecidedReview(Review Review, decimal Score, string Rank);

/// <summary>Writes a group's decisions, their events and the period's counts: three statements for thousands of reviews.</summary>
internal sealed class DecisionRecord(EvaluationDb database, PeriodCounter counter, IEventLog events)
{
    /// <param name="period">The period of all the reviews.</param>
    /// <param name="ruleSet"><c>code/version</c>.</param>
    /// <param name="on">Day of the decision.</param>
    /// <param name="by">Name of who decided.</param>
    /// <param name="overrideReason">Why the cap was exceeded, when it was; kept with those who are excellent.</param>
    /// <param name="decided">Locked in this transaction.</param>
    /// <param name="ct">Rolls back.</param>
    public async Task WriteAsync(
        Period period,
        string ruleSet,
        DateOnly on,
        string by,
        string? overrideReason,
        IReadOnlyList<DecidedReview> decided,
        CancellationToken ct
    )
    {
        if (decided.Count == 0)
        {
            return;
        }

        Guid[] ids = [.. decided.Select(d => d.Review.Id)];
        decimal[] scores = [.. decided.Select(d => d.Score)];
        string[] ranks = [.. decided.Select(d => d.Rank)];
        await database.Database.ExecuteSqlAsync(
            $"""
            update reviews r set state = {ReviewStates.Decided}, score = d.score, rank = d.rank, rule_set = {ruleSet}, decided_on = {on},
                decided_by = {by}, override_reason = case when d.rank = {Ranks.Excellent} then {overrideReason} end, version = r.version + 1
            from unnest({ids}, {scores}, {ranks}) d (id, score, rank) where r.id = d.id
            """,
            ct
        );
        await AppendAsync([.. decided.Select(d => events.Serialise(Event(period, ruleSet, on, d)))], ct);
        await counter.AddAsync(period.Id, decided.Select(d => (d.Review.District, d.Rank)), ct);
    }

    private static ReviewDecided Event(Period period, string ruleSet, DateOnly on, DecidedReview decided) =>
        new()
        {
            District = decided.Review.District,
            CampaignId = period.CampaignId,
            AggregateId = decided.Review.Id,
            Version = decided.Review.Version + 1,
            PeriodId = period.Id,
            Year = period.To.Year,
            SubjectKind = decided.Review.SubjectKind,
            SubjectId = decided.Review.SubjectId,
            UnitId = decided.Review.UnitId,
            UnitPath = decided.Review.UnitPath,
            Score = decided.Score,
            Rank = decided.Rank,
            RuleSet = ruleSet,
            DecidedOn = on,
        };

    // one statement instead of a row at a time; the relay finds the rows at its next poll
    private Task<int> AppendAsync(IReadOnlyList<EventRow> rows, CancellationToken ct)
    {
        Guid[] ids = [.. rows.Select(row => row.EventId)];
        string[] districts = [.. rows.Select(row => row.District)];
        Guid[] aggregates = [.. rows.Select(row => row.AggregateId)];
        long[] versions = [.. rows.Select(row => row.Version)];
        string[] payloads = [.. rows.Select(row => row.Payload)];
        return database.Database.ExecuteSqlAsync(
            $"""
            insert into messaging.event_log (event_id, district, type, aggregate_id, version, payload, trace_parent)
            select id, district, {nameof(ReviewDecided)}, aggregate_id, version, payload::json, {rows[0].TraceParent}
            from unnest({ids}, {districts}, {aggregates}, {versions}, {payloads}) row (id, district, aggregate_id, version, payload)
            """,
            ct
        );
    }
}
