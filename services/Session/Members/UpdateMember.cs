using Campaign.Contracts;
using Campaign.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions;

/// <summary>Keeps the copy of the members up to date, in one statement each: an import brings half a million.</summary>
public sealed class UpdateMember(SessionDb database) : IEventHandler<MemberChanged>
{
    public Task HandleAsync(MemberChanged @event, CancellationToken cancellationToken) => database.Database.ExecuteSqlAsync(
        $"""
         insert into member_districts (member_id, district)
         select id, split_part(unit_path, '/', 2) from members
         where id = {@event.AggregateId} and version <= {@event.Version} and split_part(unit_path, '/', 2) not in ('', split_part({@event.UnitPath}, '/', 2))
         on conflict do nothing;
         insert into members (id, number, full_name, unit_id, unit_path, status, version)
         values ({@event.AggregateId}, {@event.Number}, {@event.FullName}, {@event.UnitId}, {@event.UnitPath}, {@event.Status}, {@event.Version})
         on conflict (id) do update set number = excluded.number, full_name = excluded.full_name, unit_id = excluded.unit_id,
             unit_path = excluded.unit_path, status = excluded.status, version = excluded.version
         where members.version <= excluded.version
         """, cancellationToken);
}
