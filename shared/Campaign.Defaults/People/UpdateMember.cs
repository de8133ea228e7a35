using Campaign.Contracts;
using Campaign.Defaults.Data;
using Campaign.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Defaults.People;

/// <summary>Keeps the copy of the members up to date, in a service that has the table of <see cref="Person"/>.</summary>
public sealed class UpdateMember(CampaignDbContext database) : IEventHandler<MemberChanged>
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
