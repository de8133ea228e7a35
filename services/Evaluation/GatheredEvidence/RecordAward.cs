using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.GatheredEvidence;

/// <summary>Awards count as evidence from the day of their decision, unless they were revoked.</summary>
internal sealed class RecordAward(EvaluationDb database) : IEventHandler<AwardGranted>, IEventHandler<AwardRevoked>
{
    public Task HandleAsync(AwardGranted @event, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            insert into awards (id, subject_id, granted_on) values ({@event.AggregateId}, {@event.SubjectId}, {@event.GrantedOn})
            on conflict (id) do update set granted_on = excluded.granted_on
            """,
            cancellationToken
        );

    public Task HandleAsync(AwardRevoked @event, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            insert into awards (id, subject_id, revoked_on) values ({@event.AggregateId}, {@event.SubjectId}, {@event.RevokedOn})
            on conflict (id) do update set revoked_on = excluded.revoked_on
            """,
            cancellationToken
        );
}
