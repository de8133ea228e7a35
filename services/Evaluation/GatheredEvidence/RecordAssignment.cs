using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.GatheredEvidence;

/// <summary>Whether a unit did what it was asked for, and in time.</summary>
internal sealed class RecordAssignment(EvaluationDb database)
    : IEventHandler<AssignmentIssued>,
        IEventHandler<AssignmentCompleted>,
        IEventHandler<AssignmentOverdue>,
        IEventHandler<AssignmentReturned>,
        IEventHandler<AssignmentExtended>,
        IEventHandler<AssignmentRecalled>
{
    public Task HandleAsync(AssignmentIssued @event, CancellationToken cancellationToken) =>
        DueAsync(@event, @event.UnitId, @event.DueOn, cancellationToken);

    public Task HandleAsync(AssignmentCompleted @event, CancellationToken cancellationToken) =>
        DoneAsync(@event, @event.UnitId, @event.OnTime, cancellationToken);

    public async Task HandleAsync(AssignmentOverdue @event, CancellationToken cancellationToken)
    {
        await DueAsync(@event, @event.UnitId, @event.DueOn, cancellationToken);
        await OverdueAsync(@event, true, cancellationToken);
    }

    public async Task HandleAsync(AssignmentReturned @event, CancellationToken cancellationToken)
    {
        await DueAsync(@event, @event.UnitId, @event.DueOn, cancellationToken);
        await DoneAsync(@event, @event.UnitId, null, cancellationToken);
        await OverdueAsync(@event, false, cancellationToken);
    }

    public async Task HandleAsync(AssignmentExtended @event, CancellationToken cancellationToken)
    {
        await DueAsync(@event, @event.UnitId, @event.DueOn, cancellationToken);
        await OverdueAsync(@event, false, cancellationToken);
    }

    public Task HandleAsync(AssignmentRecalled @event, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            insert into assignments (id, unit_id, due_version, done_version, overdue, overdue_version, recalled)
            values ({@event.AggregateId}, {@event.UnitId}, 0, 0, false, 0, true)
            on conflict (id) do update set recalled = true
            """,
            cancellationToken
        );

    private Task<int> DueAsync(CampaignEvent @event, Guid unit, DateOnly due, CancellationToken ct) =>
        database.Database.ExecuteSqlAsync(
            $"""
            insert into assignments as a (id, unit_id, due_on, due_version, done_version, overdue, overdue_version, recalled)
            values ({@event.AggregateId}, {unit}, {due}, {@event.Version}, 0, false, 0, false)
            on conflict (id) do update set due_on = excluded.due_on, due_version = excluded.due_version
            where a.due_version < excluded.due_version
            """,
            ct
        );

    private Task<int> DoneAsync(CampaignEvent @event, Guid unit, bool? onTime, CancellationToken ct) =>
        database.Database.ExecuteSqlAsync(
            $"""
            insert into assignments as a (id, unit_id, due_version, on_time, done_version, overdue, overdue_version, recalled)
            values ({@event.AggregateId}, {unit}, 0, {onTime}, {@event.Version}, false, 0, false)
            on conflict (id) do update set on_time = excluded.on_time, done_version = excluded.done_version
            where a.done_version < excluded.done_version
            """,
            ct
        );

    // follows DueAsync: the row is there
    private Task<int> OverdueAsync(CampaignEvent @event, bool overdue, CancellationToken ct) =>
        database.Database.ExecuteSqlAsync(
            $"""
            update assignments set overdue = {overdue}, overdue_version = {@event.Version}
            where id = {@event.AggregateId} and overdue_version < {@event.Version}
            """,
            ct
        );
}
