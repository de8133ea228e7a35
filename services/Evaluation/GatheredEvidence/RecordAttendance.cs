using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.GatheredEvidence;

/// <summary>
/// Takes over one part of a session's attendance. A part replaces its own older version and nothing else, so
/// repetitions and reordering change nothing.
/// </summary>
internal sealed class RecordAttendance(EvaluationDb database) : IEventHandler<AttendanceTaken>
{
    public async Task HandleAsync(AttendanceTaken @event, CancellationToken cancellationToken)
    {
        var (members, statuses) = Rows(@event);
        var isNew =
            await database.Database.ExecuteSqlAsync(
                $"""
                insert into attendance_parts (session_id, part, version, held_on, members)
                values ({@event.AggregateId}, {@event.Part}, {@event.Version}, {@event.HeldOn}, {members}) on conflict do nothing
                """,
                cancellationToken
            ) == 1;
        if (!isNew && !await ReplaceAsync(@event, members, cancellationToken))
        {
            return;
        }

        await database.Database.ExecuteSqlAsync(
            $"""
            insert into attendance as a (member_id, held_on, session_id, part, version, status)
            select member_id, {@event.HeldOn}, {@event.AggregateId}, {@event.Part}, {@event.Version}, status
            from unnest({members}, {statuses}) row (member_id, status) order by member_id
            on conflict (member_id, held_on, session_id) do update
                set part = excluded.part, version = excluded.version, status = excluded.status
            where a.version <= excluded.version
            """,
            cancellationToken
        );
    }

    /// <returns>False when what is stored is not older.</returns>
    private async Task<bool> ReplaceAsync(AttendanceTaken @event, Guid[] members, CancellationToken ct)
    {
        var stored = await database
            .AttendanceParts.FromSql(
                $"select * from attendance_parts where session_id = {@event.AggregateId} and part = {@event.Part} for update"
            )
            .AsNoTracking()
            .SingleAsync(ct);
        if (stored.Version >= @event.Version)
        {
            return false;
        }

        await database.Database.ExecuteSqlAsync(
            $"""
            delete from attendance where member_id = any({stored.Members}) and held_on = {stored.HeldOn}
                and session_id = {stored.SessionId} and part = {stored.Part} and version < {@event.Version}
            """,
            ct
        );
        await database.Database.ExecuteSqlAsync(
            $"""
            update attendance_parts set version = {@event.Version}, held_on = {@event.HeldOn}, members = {members}
            where session_id = {@event.AggregateId} and part = {@event.Part}
            """,
            ct
        );
        return true;
    }

    // nobody is listed twice; should it happen, presence wins
    private static (Guid[] Members, short[] Statuses) Rows(AttendanceTaken @event)
    {
        var statuses = new Dictionary<Guid, AttendanceStatus>();
        foreach (
            var (ids, status) in new[]
            {
                (@event.Present, AttendanceStatus.Present),
                (@event.Excused, AttendanceStatus.Excused),
                (@event.Absent, AttendanceStatus.Absent),
            }
        )
        {
            foreach (var id in ids)
            {
                statuses.TryAdd(id, status);
            }
        }

        return ([.. statuses.Keys], [.. statuses.Values.Select(status => (short)status)]);
    }
}
