using Campaign.Contracts;
using Campaign.Directives.Campaigns;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Assignments;

/// <summary>
/// A unit that moves in the tree takes its assignments, documents and campaigns along: who may act on them follows the tree.
/// Runs after the unit directory's own handler.
/// </summary>
internal sealed class FollowUnits(DirectiveDb db, AssignmentChanges changes) : IEventHandler<UnitChanged>
{
    public async Task HandleAsync(UnitChanged @event, CancellationToken cancellationToken)
    {
        // a new unit owns nothing yet; older news than the directory's changes nothing
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(known => known.Id == @event.AggregateId, cancellationToken);
        if (unit is null || unit.Version != @event.Version || unit.Version == 1)
        {
            return;
        }

        var moving = await changes.LockAsync(
            $"select * from assignments where unit_id = {unit.Id} and unit_path <> {unit.Path} order by id for update",
            cancellationToken
        );
        await changes.ApplyAsync(
            moving,
            assignment =>
            {
                assignment.UnitPath = unit.Path;
                return [];
            },
            cancellationToken
        );
        await db
            .Directives.Where(directive => directive.OwnerUnitId == unit.Id && directive.OwnerUnitPath != unit.Path)
            .ExecuteUpdateAsync(set => set.SetProperty(directive => directive.OwnerUnitPath, unit.Path), cancellationToken);
        await db
            .Campaigns.Where(campaign => campaign.LeadUnitId == unit.Id && campaign.LeadUnitPath != unit.Path)
            .ExecuteUpdateAsync(set => set.SetProperty((CampaignRecord campaign) => campaign.LeadUnitPath, unit.Path), cancellationToken);
    }
}
