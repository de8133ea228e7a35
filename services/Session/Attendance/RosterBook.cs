using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Attendance;

/// <summary>Writes rosters into the record, however they were taken: ticked, copied from the sheet, or in a file.</summary>
public sealed class RosterBook(SessionDb database, Caller caller, IAudit audit, TimeProvider time)
{
    /// <summary>All of it or nothing; the session must be locked.</summary>
    /// <param name="way">One of <see cref="RecordingMethods"/>; whoever checked in before keeps theirs.</param>
    /// <exception cref="Problem"><c>not-participants</c>, <c>checked-in-by-themselves</c>, <c>checked-in-since</c>.</exception>
    public async Task RecordAsync(Session session, Roster roster, string way, CancellationToken ct)
    {
        // a check-in was told to the others; it can be changed, not undone, or the next one would be told again
        var recorded = await database.Database.ExecuteSqlAsync(
            $"""
            update attendance a set status = entry.status, minutes = entry.minutes, reason = entry.reason,
                recorded_at = case when entry.status is not null then {time.GetUtcNow()} end,
                recorded_by = case when entry.status is not null then {caller.Subject} end,
                recorded_from = case when entry.status is not null then {caller.Address} end,
                way = case when a.way = any({RecordingMethods.Announced}) then a.way when entry.status is not null then {way} end
            from unnest({roster.MemberIds}, {roster.Statuses}, {roster.Minutes}, {roster.Reasons}) entry (member_id, status, minutes,
                reason)
            where a.district = {session.District} and a.quarter = {session.Quarter} and a.session_id = {session.Id} and a.member_id =
                entry.member_id
              and (a.way is null or a.way <> all({RecordingMethods.Announced}) 
                  or (entry.status is not null and a.recorded_at <= {roster.TickedAt}))
            """,
            ct
        );
        if (recorded < roster.MemberIds.Length)
        {
            await RefuseAsync(session, roster, ct);
        }

        audit.Record(
            "roster",
            nameof(Session),
            session.Id.ToString(),
            new
            {
                way,
                entries = roster.MemberIds.Length,
                undone = roster.Statuses.Count(status => status is null),
            }
        );
    }

    private async Task RefuseAsync(Session session, Roster roster, CancellationToken ct)
    {
        var rows = database.Attendance.Of(session).Where(row => roster.MemberIds.Contains(row.MemberId));
        if (
            await rows.AnyAsync(
                row => row.Way != null && RecordingMethods.Announced.Contains(row.Way) && row.RecordedAt > roster.TickedAt,
                ct
            )
        )
        {
            throw new Problem(SessionProblems.CheckedInSince);
        }

        var there = await rows.CountAsync(ct);
        throw there < roster.MemberIds.Length
            ? new Problem(
                SessionProblems.NotParticipants,
                ("strangers", roster.MemberIds.Length - there),
                ("named", roster.MemberIds.Length)
            )
            : new Problem(SessionProblems.CheckedInByThemselves);
    }
}
