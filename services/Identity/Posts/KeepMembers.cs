using Campaign.Contracts;
using Campaign.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Posts;

/// <summary>Keeps each member's home unit, and whether they departed; one statement, since replicas handle events side by side.</summary>
public sealed class KeepMembers(IdentityDb db) : IEventHandler<MemberChanged>
{
    public Task HandleAsync(MemberChanged @event, CancellationToken cancellationToken)
    {
        var departed = @event.Status is MemberStatuses.Left or MemberStatuses.Transferred;
        return db.Database.ExecuteSqlAsync(
            $"""
             insert into members as m (id, unit_path, departed, version)
             values ({@event.AggregateId}, {@event.UnitPath}, {departed}, {@event.Version})
             on conflict (id) do update set unit_path = excluded.unit_path, departed = excluded.departed, version = excluded.version
             where m.version <= excluded.version
             """, cancellationToken);
    }
}
