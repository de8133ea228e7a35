using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.Reviews;

/// <summary>
/// The tree changed: open reviews go to the unit that goes on, which then proposes and decides; decided ones keep the tree of their
/// day. The subject stays, also when it is the unit that ended. A review keeps its district, in which its period counts it. Runs
/// after the unit directory's own handler.
/// </summary>
internal sealed class CarryOver(EvaluationDb database) : IEventHandler<UnitMerged>, IEventHandler<UnitChanged>
{
    public async Task HandleAsync(UnitMerged @event, CancellationToken cancellationToken)
    {
        // the successor may have ended too, and the news of that may have come first
        if (await database.GoesOnAtAsync(@event.SuccessorId, cancellationToken) is { } unit)
        {
            await database.Database.ExecuteSqlAsync(
                $"""
                update reviews set unit_id = {unit.Id}, unit_path = {unit.Path}, version = version + 1
                where unit_id = {@event.AggregateId} and state <> {ReviewStates.Decided}
                """,
                cancellationToken
            );
        }
    }

    public async Task HandleAsync(UnitChanged @event, CancellationToken cancellationToken)
    {
        // a new unit owns nothing yet; older news than the directory's changes nothing
        var unit = await database.Units.FindAsync([@event.AggregateId], cancellationToken);
        if (unit is null || unit.Version != @event.Version || unit.Version == 1 || unit.ValidTo is not null)
        {
            return;
        }

        await database.Database.ExecuteSqlAsync(
            $"""
            update reviews set unit_path = {unit.Path}, version = version + 1
            where unit_id = {unit.Id} and state <> {ReviewStates.Decided} and unit_path <> {unit.Path}
            """,
            cancellationToken
        );
    }
}
