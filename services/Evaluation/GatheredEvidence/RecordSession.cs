using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.GatheredEvidence;

/// <summary>A session counts for the unit that held it.</summary>
internal sealed class RecordSession(EvaluationDb database) : IEventHandler<SessionHeld>
{
    public Task HandleAsync(SessionHeld @event, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            insert into sessions as s (id, unit_id, held_on, version)
            values ({@event.AggregateId}, {@event.UnitId}, {@event.HeldOn}, {@event.Version})
            on conflict (id) do update set unit_id = excluded.unit_id, held_on = excluded.held_on, version = excluded.version
            where s.version < excluded.version
            """,
            cancellationToken
        );
}
