using Campaign.Api.Evaluation;
using Campaign.Api.Problems;
using Campaign.Evaluation.Periods;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.Reviews;

/// <summary>The second step: the collective's proposals, thousands at once; all are taken or none.</summary>
internal sealed class ProposalIntake(EvaluationDb database, PeriodReader periods, PeriodCounter counter, Caller caller, IAudit audit)
{
    public const int MaxItems = 5000;

    /// <exception cref="Problem"><c>invalid-request</c>, <c>not-found</c>, <c>outside-your-units</c>, <c>already-decided</c>.</exception>
    public async Task<int> TakeAsync(Guid periodId, Propose request, CancellationToken ct)
    {
        var items = Checked(request);
        var period = await periods.FindAsync(periodId, ct);
        return await database.AtomicallyAsync(
            async () =>
            {
                var reviews = await LockAsync(period, items, ct);
                await WriteAsync(items, ct);
                await counter.AddAsync(
                    period.Id,
                    reviews.Where(review => review.ProposalCommon is null).Select(review => (review.District, PeriodCounter.Proposed)),
                    ct
                );
                audit.Record("proposed", nameof(Period), period.Id.ToString(), new { reviews = items.Keys });
                await database.SaveChangesAsync(ct);
                return items.Count;
            },
            ct
        );
    }

    private static Dictionary<Guid, Scores> Checked(Propose request)
    {
        Problem.Unless(request.Items is { Count: >= 1 and <= MaxItems }, "items", FieldCodes.Count, ("min", 1), ("max", MaxItems));
        var items = new Dictionary<Guid, Scores>();
        foreach (var (index, item) in request.Items.Index())
        {
            ScoreRule.Demand(item.Scores, $"items[{index}].scores.");
            Problem.Unless(
                items.TryAdd(item.ReviewId, item.Scores),
                $"items[{index}].reviewId",
                FieldCodes.Twice,
                ("value", item.ReviewId)
            );
        }

        return items;
    }

    private async Task<List<Review>> LockAsync(Period period, Dictionary<Guid, Scores> items, CancellationToken ct)
    {
        Guid[] ids = [.. items.Keys];
        // sorted, so that two overlapping calls wait for each other instead of deadlocking
        var reviews = await database
            .Reviews.FromSql($"select * from reviews where id = any({ids}) and period_id = {period.Id} order by id for update")
            .AsNoTracking()
            .ToListAsync(ct);
        if (reviews.Count < ids.Length)
        {
            throw Problem.NotFound($"review in this period: {ids.Except(reviews.Select(review => review.Id)).First()}");
        }

        reviews.ForEach(review => ReviewActions.Propose.Demand(caller, review));
        return reviews;
    }

    private Task<int> WriteAsync(Dictionary<Guid, Scores> items, CancellationToken ct)
    {
        Guid[] ids = [.. items.Keys];
        decimal[] common = [.. items.Values.Select(scores => scores.Common)];
        decimal[] task = [.. items.Values.Select(scores => scores.Task)];
        string?[] comments = [.. items.Values.Select(scores => scores.Comment)];
        return database.Database.ExecuteSqlAsync(
            $"""
            update reviews r set proposal_common = p.common, proposal_task = p.task, proposal_comment = p.comment,
                proposed_by = {caller.Name}, state = {ReviewStates.Proposed}, version = r.version + 1
            from unnest({ids}, {common}, {task}, {comments}) p (id, common, task, comment) where r.id = p.id
            """,
            ct
        );
    }
}
