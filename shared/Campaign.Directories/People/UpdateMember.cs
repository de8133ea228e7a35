using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Campaign.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directories.People;

/// <summary>Keeps the copy of the members up to date, in a service that has the table of <see cref="Person"/>.</summary>
public sealed class UpdateMember(CampaignDbContext database) : IRunHandler<MemberChanged>
{
    public Task HandleAsync(IReadOnlyList<MemberChanged> run, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"""
            insert into members as m (id, full_name, unit_id, unit_path, district, status, version)
            select * from unnest({run.Select(member => member.AggregateId).ToArray()}, {run.Select(member => member.FullName).ToArray()},
                {run.Select(member => member.UnitId).ToArray()}, {run.Select(member => member.UnitPath).ToArray()},
                {run.Select(member => member.District).ToArray()}, {run.Select(member => member.Status).ToArray()}, {run.Select(member =>
                    member.Version
                ).ToArray()})
            on conflict (id) do update set full_name = excluded.full_name, unit_id = excluded.unit_id, unit_path = excluded.unit_path,
                district = excluded.district, status = excluded.status, version = excluded.version
            where m.version <= excluded.version
            """,
            cancellationToken
        );
}
