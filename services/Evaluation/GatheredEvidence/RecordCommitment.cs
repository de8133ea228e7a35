using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.GatheredEvidence;

/// <summary>A kept promise is evidence of whoever made it: the unit, or its head.</summary>
internal sealed class RecordCommitment(EvaluationDb database) : IEventHandler<CommitmentFulfilled>
{
    // told once and never taken back: what is there stays
    public Task HandleAsync(CommitmentFulfilled @event, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            insert into commitments (id, subject_id, fulfilled_on, on_time)
            values ({@event.AggregateId}, {@event.HeadId ?? @event.UnitId}, {@event.FulfilledOn}, {@event.OnTime})
            on conflict (id) do nothing
            """,
            cancellationToken
        );
}
