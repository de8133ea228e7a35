using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.GatheredEvidence;

/// <summary>The quality of its meetings is evidence of a unit; confirmed anew after a correction, the later one counts.</summary>
internal sealed class RecordQuality(EvaluationDb database) : IEventHandler<SessionQualityConfirmed>
{
    public Task HandleAsync(SessionQualityConfirmed @event, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            insert into session_qualities as q (id, unit_id, held_on, points, max_points, version)
            values ({@event.AggregateId}, {@event.UnitId}, {@event.HeldOn}, {@event.Points}, {@event.MaxPoints}, {@event.Version})
            on conflict (id) do update set unit_id = excluded.unit_id, held_on = excluded.held_on, points = excluded.points,
                max_points = excluded.max_points, version = excluded.version
            where q.version < excluded.version
            """,
            cancellationToken
        );
}
