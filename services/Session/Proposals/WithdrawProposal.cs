using Campaign.Contracts;
using Campaign.Messaging;

namespace Campaign.Sessions;

/// <summary>A completed assignment asks for nothing any more, also when the news overtook the assignment itself.</summary>
public sealed class WithdrawProposal(SessionDb database) : IEventHandler<AssignmentCompleted>
{
    public async Task HandleAsync(AssignmentCompleted @event, CancellationToken cancellationToken)
    {
        if (!SessionKinds.All.Contains(@event.Requirement))
        {
            return;
        }

        var proposal = await database.Proposals.FindAsync([@event.AggregateId], cancellationToken);
        if (proposal is null)
        {
            database.Proposals.Add(new Proposal
            {
                AssignmentId = @event.AggregateId,
                DirectiveId = @event.DirectiveId,
                UnitId = @event.UnitId,
                UnitPath = @event.UnitPath,
                CampaignId = @event.CampaignId,
                Kind = @event.Requirement,
                Title = "",
                DueOn = @event.CompletedOn,
                Completed = true,
                Version = @event.Version,
            });
        }
        else if (proposal.Version < @event.Version)
        {
            proposal.Completed = true;
            proposal.Version = @event.Version;
        }
    }
}
