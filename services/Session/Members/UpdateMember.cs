using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Members;

/// <summary>Keeps the copy of the members up to date, many at once: an import brings half a million.</summary>
public sealed class UpdateMember(SessionDb database) : IRunHandler<MemberChanged>
{
    public Task HandleAsync(IReadOnlyList<MemberChanged> run, CancellationToken cancellationToken)
    {
        var ids = run.Select(member => member.AggregateId).ToArray();
        var paths = run.Select(member => member.UnitPath).ToArray();
        var versions = run.Select(member => member.Version).ToArray();
        return database.Database.ExecuteSqlAsync(
            $"""
            insert into member_districts (member_id, district)
            select m.id, split_part(m.unit_path, '/', 2) from unnest({ids}, {paths}, {versions}) changed (id, unit_path, version)
            join members m on m.id = changed.id and m.version <= changed.version
            where split_part(m.unit_path, '/', 2) not in ('', split_part(changed.unit_path, '/', 2))
            on conflict do nothing;
            insert into members (id, number, full_name, unit_id, unit_path, status, version)
            select * from unnest({ids}, {run.Select(member => member.Number).ToArray()}, {run.Select(member => member.FullName).ToArray()},
                {run.Select(member => member.UnitId).ToArray()}, {paths}, {run.Select(member => member.Status).ToArray()}, {versions})
            on conflict (id) do update set number = excluded.number, full_name = excluded.full_name, unit_id = excluded.unit_id,
                unit_path = excluded.unit_path, status = excluded.status, version = excluded.version
            where members.version <= excluded.version
            """,
            cancellationToken
        );
    }
}
