using Campaign.Contracts;
using Campaign.Messaging;

namespace Campaign.Identity.Posts;

/// <summary>Keeps each member's home unit, and whether they departed.</summary>
public sealed class KeepMembers(IdentityDb db) : IEventHandler<MemberChanged>
{
    public async Task HandleAsync(MemberChanged @event, CancellationToken cancellationToken)
    {
        var departed = @event.Status is MemberStatuses.Left or MemberStatuses.Transferred;
        var member = await db.Members.FindAsync([@event.AggregateId], cancellationToken);
        if (member is null)
        {
            db.Members.Add(new Member { Id = @event.AggregateId, UnitPath = @event.UnitPath, Departed = departed, Version = @event.Version });
        }
        else if (@event.Version > member.Version)
        {
            member.UnitPath = @event.UnitPath;
            member.Departed = departed;
            member.Version = @event.Version;
        }
    }
}
