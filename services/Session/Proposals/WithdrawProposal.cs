using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Proposals;

/// <summary>A completed or recalled assignment asks for nothing any more, also when the news overtook the assignment itself.</summary>
public sealed class WithdrawProposal(SessionDb database) : IEventHandler<AssignmentCompleted>, IEventHandler<AssignmentRecalled>
{
    public Task HandleAsync(AssignmentCompleted @event, CancellationToken cancellationToken) =>
        WithdrawAsync(
            @event,
            @event.DirectiveId,
            @event.UnitId,
            @event.UnitPath,
            @event.Requirement,
            @event.CompletedOn,
            cancellationToken
        );

    public Task HandleAsync(AssignmentRecalled @event, CancellationToken cancellationToken) =>
        WithdrawAsync(
            @event,
            @event.DirectiveId,
            @event.UnitId,
            @event.UnitPath,
            @event.Requirement,
            OfficeDay.Of(@event.OccurredAt),
            cancellationToken
        );

    private async Task WithdrawAsync(
        CampaignEvent @event,
        Guid directive,
        Guid unit,
        string unitPath,
        string requirement,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        if (!await database.Kinds.AnyAsync(kind => kind.Code == requirement, cancellationToken))
        {
            return;
        }

        var proposal = await database.Proposals.FindAsync([@event.AggregateId], cancellationToken);
        if (proposal is null)
        {
            database.Proposals.Add(
                new Proposal
                {
                    AssignmentId = @event.AggregateId,
                    DirectiveId = directive,
                    UnitId = unit,
                    UnitPath = unitPath,
                    CampaignId = @event.CampaignId,
                    Kind = requirement,
                    Title = "",
                    DueOn = on,
                    Completed = true,
                    Version = @event.Version,
                }
            );
        }
        else if (proposal.Version < @event.Version)
        {
            proposal.Completed = true;
            proposal.Version = @event.Version;
        }
    }
}
