using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Proposals;

/// <summary>An assignment that asks for a kind of session becomes a proposal to its unit.</summary>
public sealed class ProposeSession(SessionDb database) : IEventHandler<AssignmentIssued>
{
    public async Task HandleAsync(AssignmentIssued @event, CancellationToken cancellationToken)
    {
        if (!await database.Kinds.AnyAsync(kind => kind.Code == @event.Requirement, cancellationToken))
        {
            return;
        }

        // the unit may have ended since it was asked
        var unit = await database.GoesOnAtAsync(@event.UnitId, cancellationToken);
        var (unitId, unitPath) = unit is null ? (@event.UnitId, @event.UnitPath) : (unit.Id, unit.Path);
        var proposal = await database.Proposals.FindAsync([@event.AggregateId], cancellationToken);
        if (proposal is null)
        {
            database.Proposals.Add(
                new Proposal
                {
                    AssignmentId = @event.AggregateId,
                    DirectiveId = @event.DirectiveId,
                    UnitId = unitId,
                    UnitPath = unitPath,
                    CampaignId = @event.CampaignId,
                    Kind = @event.Requirement,
                    Title = @event.Title,
                    DueOn = @event.DueOn,
                    Version = @event.Version,
                }
            );
        }
        else if (proposal.Version < @event.Version)
        {
            proposal.DirectiveId = @event.DirectiveId;
            proposal.UnitId = unitId;
            proposal.UnitPath = unitPath;
            proposal.CampaignId = @event.CampaignId;
            proposal.Kind = @event.Requirement;
            proposal.Title = @event.Title;
            proposal.DueOn = @event.DueOn;
            proposal.Version = @event.Version;
        }
    }
}
