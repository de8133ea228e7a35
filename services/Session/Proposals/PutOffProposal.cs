using Campaign.Contracts;
using Campaign.Messaging.Inbox;

namespace Campaign.Sessions.Proposals;

/// <summary>
/// An assignment whose due day was put off proposes its session by the new day. Events of a district come in order: the proposal is there.
/// </summary>
public sealed class PutOffProposal(SessionDb database) : IEventHandler<AssignmentExtended>
{
    public async Task HandleAsync(AssignmentExtended @event, CancellationToken cancellationToken)
    {
        var proposal = await database.Proposals.FindAsync([@event.AggregateId], cancellationToken);
        if (proposal is not null && proposal.Version < @event.Version)
        {
            proposal.DueOn = @event.DueOn;
            proposal.Version = @event.Version;
        }
    }
}
