using Campaign.Contracts;
using Campaign.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.GatheredEvidence;

/// <summary>Whether a unit did what it was asked for, and in time.</summary>
internal sealed class RecordAssignment(EvaluationDb database)
    : IEventHandler<AssignmentIssued>, IEventHandler<AssignmentCompleted>, IEventHandler<AssignmentOverdue>
{
    public Task HandleAsync(AssignmentIssued @event, CancellationToken cancellationToken) => database.Database.ExecuteSqlAsync(
        $"""
         insert into assignments as a (id, unit_id, due_on, due_version, overdue)
         values ({@event.AggregateId}, {@event.UnitId}, {@event.DueOn}, {@event.Version}, false)
         on conflict (id) do update set due_on = excluded.due_on, due_version = excluded.due_version
         where a.due_version < excluded.due_version
         """, cancellationToken);

    public Task HandleAsync(AssignmentCompleted @event, CancellationToken cancellationToken) => database.Database.ExecuteSqlAsync(
        $"""
         insert into assignments as a (id, unit_id, due_version, on_time, overdue)
         values ({@event.AggregateId}, {@event.UnitId}, 0, {@event.OnTime}, false)
         on conflict (id) do update set on_time = excluded.on_time
         """, cancellationToken);

    public Task HandleAsync(AssignmentOverdue @event, CancellationToken cancellationToken) => database.Database.ExecuteSqlAsync(
        $"""
         insert into assignments as a (id, unit_id, due_on, due_version, overdue)
         values ({@event.AggregateId}, {@event.UnitId}, {@event.DueOn}, {@event.Version}, true)
         on conflict (id) do update set overdue = true,
             due_on = case when a.due_version < excluded.due_version then excluded.due_on else a.due_on end,
             due_version = greatest(a.due_version, excluded.due_version)
         """, cancellationToken);
}
