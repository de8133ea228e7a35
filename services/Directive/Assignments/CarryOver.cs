using Campaign.Contracts;
using Campaign.Defaults.Units;
using Campaign.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Assignments;

/// <summary>
/// A unit ended and another goes on in its place: what is open goes there, what is completed stays. An assignment keeps its
/// district, so that its events keep their order and the counts their place. Runs after the unit directory's own handler.
/// </summary>
internal sealed class CarryOver(DirectiveDb db) : IEventHandler<UnitMerged>
{
    public async Task HandleAsync(UnitMerged @event, CancellationToken cancellationToken)
    {
        // the successor may have ended too, and the news of that may have come first
        if (await db.GoesOnAtAsync(@event.SuccessorId, cancellationToken) is { } unit)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                 update assignments set unit_id = {unit.Id}, unit_path = {unit.Path}
                 where unit_id = {@event.AggregateId} and state <> {AssignmentStates.Completed}
                 """, cancellationToken);
        }
    }
}
