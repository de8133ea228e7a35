using Campaign.Contracts;
using Campaign.Messaging;

namespace Campaign.Identity.Posts;

/// <summary>
/// Keeps the posts that members hold. The end of a post may arrive before its beginning: then the end is kept, and the
/// beginning fills in the rest.
/// </summary>
public sealed class KeepPosts(IdentityDb db) : IEventHandler<PostAssigned>, IEventHandler<PostEnded>
{
    public async Task HandleAsync(PostAssigned @event, CancellationToken cancellationToken)
    {
        var post = await FindOrAddAsync(@event.AggregateId, @event.MemberId, cancellationToken);
        var newer = @event.Version > post.Version;
        if (!newer && post.Role is not null)
        {
            return;
        }

        post.Role = @event.Role;
        post.UnitPath = @event.UnitPath;
        post.ValidFrom = @event.ValidFrom;
        post.ValidTo = newer ? @event.ValidTo : post.ValidTo;
        post.Version = Math.Max(post.Version, @event.Version);
    }

    public async Task HandleAsync(PostEnded @event, CancellationToken cancellationToken)
    {
        var post = await FindOrAddAsync(@event.AggregateId, @event.MemberId, cancellationToken);
        if (@event.Version > post.Version)
        {
            post.ValidTo = @event.ValidTo;
            post.Version = @event.Version;
        }
    }

    private async Task<HeldPost> FindOrAddAsync(Guid id, Guid memberId, CancellationToken cancellationToken) =>
        await db.HeldPosts.FindAsync([id], cancellationToken)
        ?? db.HeldPosts.Add(new HeldPost { Id = id, MemberId = memberId, Version = 0 }).Entity;
}
