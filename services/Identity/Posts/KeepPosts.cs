using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Posts;

/// <summary>
/// Keeps the posts that members hold. The end of a post may arrive before its beginning: then the end is kept, and the
/// beginning fills in the rest. One statement each, since replicas handle events side by side.
/// </summary>
public sealed class KeepPosts(IdentityDb db) : IEventHandler<PostAssigned>, IEventHandler<PostEnded>
{
    public Task HandleAsync(PostAssigned @event, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into held_posts as p (id, member_id, role, unit_path, valid_from, valid_to, version)
            values ({@event.AggregateId}, {@event.MemberId}, {@event.Role}, {@event.UnitPath}, {@event.ValidFrom}, {@event.ValidTo},
                {@event.Version})
            on conflict (id) do update set role = excluded.role, unit_path = excluded.unit_path, valid_from = excluded.valid_from,
                valid_to = case when p.version <= excluded.version then excluded.valid_to else p.valid_to end,
                version = greatest(p.version, excluded.version)
            where p.version <= excluded.version or p.role is null
            """,
            cancellationToken
        );

    public Task HandleAsync(PostEnded @event, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into held_posts as p (id, member_id, valid_to, version)
            values ({@event.AggregateId}, {@event.MemberId}, {@event.ValidTo}, {@event.Version})
            on conflict (id) do update set valid_to = excluded.valid_to, version = excluded.version
            where p.version <= excluded.version
            """,
            cancellationToken
        );
}
