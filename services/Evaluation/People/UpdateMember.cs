using Campaign.Contracts;
using Campaign.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.People;

/// <summary>Keeps the copy of the members up to date.</summary>
internal sealed class UpdateMember(EvaluationDb database) : IEventHandler<MemberChanged>
{
    public Task HandleAsync(MemberChanged @event, CancellationToken cancellationToken) => database.Database.ExecuteSqlAsync(
        $"""
         insert into members as m (id, full_name, unit_id, unit_path, district, status, version)
         values ({@event.AggregateId}, {@event.FullName}, {@event.UnitId}, {@event.UnitPath}, {@event.District}, {@event.Status}, {@event.Version})
         on conflict (id) do update set full_name = excluded.full_name, unit_id = excluded.unit_id, unit_path = excluded.unit_path,
             district = excluded.district, status = excluded.status, version = excluded.version
         where m.version <= excluded.version
         """, cancellationToken);
}
