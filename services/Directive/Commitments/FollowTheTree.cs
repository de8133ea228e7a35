using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Commitments;

/// <summary>
/// The tree changed. A unit that moves takes its commitments along; one that ends leaves what is open to the unit that goes on in
/// its place, and keeps what is settled. Runs after the unit directory's own handler.
/// </summary>
internal sealed class FollowTheTree(DirectiveDb db) : IEventHandler<UnitChanged>, IEventHandler<UnitMerged>
{
    public async Task HandleAsync(UnitChanged @event, CancellationToken cancellationToken)
    {
        // a new unit has promised nothing yet; older news than the directory's changes nothing
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(known => known.Id == @event.AggregateId, cancellationToken);
        if (unit is not null && unit.Version == @event.Version && unit.Version > 1)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                update commitments set unit_path = {unit.Path}, version = version + 1 where unit_id = {unit.Id} and unit_path <>
                {unit.Path}
                """,
                cancellationToken
            );
        }
    }

    public async Task HandleAsync(UnitMerged @event, CancellationToken cancellationToken)
    {
        // the successor may have ended too, and the news of that may have come first
        if (await db.GoesOnAtAsync(@event.SuccessorId, cancellationToken) is { } unit)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                update commitments set unit_id = {unit.Id}, unit_path = {unit.Path}, version = version + 1
                where unit_id = {@event.AggregateId} and state = {CommitmentStates.Open}
                """,
                cancellationToken
            );
        }
    }
}
