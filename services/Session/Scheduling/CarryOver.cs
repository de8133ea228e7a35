using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Messaging.Inbox;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Scheduling;

/// <summary>
/// The tree changed: what lies ahead follows, what took place stays where it was. Sessions scheduled for the day of the change or
/// later, series that go on, and proposals that no session answered, go to the unit that goes on; who is expected stays. A session keeps
/// its district,
/// so that its events keep their order. Runs after the unit directory's own handler.
/// </summary>
public sealed class CarryOver(SessionDb database, TimeProvider time) : IEventHandler<UnitMerged>, IEventHandler<UnitChanged>
{
    public async Task HandleAsync(UnitMerged @event, CancellationToken cancellationToken)
    {
        // the successor may have ended too, and the news of that may have come first
        if (await database.GoesOnAtAsync(@event.SuccessorId, cancellationToken) is not { } unit)
        {
            return;
        }

        var from = OfficeDay.StartOf(@event.EffectiveOn);
        await database.Database.ExecuteSqlAsync(
            $"""
            update sessions set unit_id = {unit.Id}, unit_path = {unit.Path}, unit_name = {unit.Name}, version = version + 1,
                changed_at = {@event.OccurredAt}
            where unit_id = {@event.AggregateId} and state = {SessionStates.Scheduled} and starts_at >= {from};
            update proposals set unit_id = {unit.Id}, unit_path = {unit.Path} where unit_id = {@event.AggregateId} and not completed;
            update series set unit_id = {unit.Id}, unit_path = {unit.Path}, unit_name = {unit.Name}, version = version + 1
            where unit_id = {@event.AggregateId} and (ended_from is null or ended_from > {@event.EffectiveOn})
            """,
            cancellationToken
        );
    }

    public async Task HandleAsync(UnitChanged @event, CancellationToken cancellationToken)
    {
        // a new unit owns nothing yet; older news than the directory's changes nothing
        var unit = await database.Units.FindAsync([@event.AggregateId], cancellationToken);
        if (unit is null || unit.Version != @event.Version || unit.Version == 1 || unit.ValidTo is not null)
        {
            return;
        }

        var today = time.Today();
        await database.Database.ExecuteSqlAsync(
            $"""
            update sessions set unit_path = {unit.Path}, unit_name = {unit.Name}, version = version + 1, changed_at = {@event.OccurredAt}
            where unit_id = {unit.Id} and state = {SessionStates.Scheduled} and (unit_path, unit_name) <> ({unit.Path}, {unit.Name});
            update proposals set unit_path = {unit.Path} where unit_id = {unit.Id} and not completed and unit_path <> {unit.Path};
            update series set unit_path = {unit.Path}, unit_name = {unit.Name}, version = version + 1
            where unit_id = {unit.Id} and (ended_from is null or ended_from > {today}) and (unit_path, unit_name) <> ({unit.Path},
                {unit.Name})
            """,
            cancellationToken
        );
    }
}
