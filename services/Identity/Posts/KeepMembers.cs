using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Posts;

/// <summary>Keeps each member's home unit, and whether they departed; one statement, since replicas handle events side by side.</summary>
public sealed class KeepMembers(IdentityDb db) : IRunHandler<MemberChanged>
{
    public Task HandleAsync(IReadOnlyList<MemberChanged> run, CancellationToken cancellationToken)
    {
        var departed = run.Select(member => member.Status is MemberStatuses.Left or MemberStatuses.Transferred).ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into members as m (id, unit_path, departed, version)
            select * from unnest({run.Select(member => member.AggregateId).ToArray()}, {run.Select(member => member.UnitPath).ToArray()},
                {departed}, {run.Select(member => member.Version).ToArray()})
            on conflict (id) do update set unit_path = excluded.unit_path, departed = excluded.departed, version = excluded.version
            where m.version <= excluded.version
            """,
            cancellationToken
        );
    }
}
