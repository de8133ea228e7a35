using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Attendance;

/// <summary>
/// The attendance of a district in a quarter is a partition of its own: what a page reads stays as large as a quarter, however
/// many years lie behind it, and an old quarter can be taken away as a whole.
/// </summary>
public static class AttendancePartition
{
    /// <summary>First day of the quarter of the calendar year that a session falls into, as counted in Hanoi.</summary>
    public static DateOnly QuarterOf(DateTimeOffset startsAt)
    {
        var day = OfficeDay.Of(startsAt);
        return new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
    }

    /// <summary>
    /// Makes the partition of the session's rows unless it stands. Part of the caller's transaction; nobody who reads or checks in waits
    /// for it.
    /// </summary>
    public static Task MakePartitionAsync(this SessionDb database, Session session, CancellationToken ct) =>
        database.Database.ExecuteSqlAsync($"select make_attendance_partition({session.District}, {session.Quarter})", ct);

    /// <summary>A session that moves into another quarter takes its rows along.</summary>
    /// <param name="from">The quarter that they lie in.</param>
    public static async Task MoveAttendanceAsync(this SessionDb database, Session session, DateOnly from, CancellationToken ct)
    {
        if (session.Quarter != from)
        {
            await database.MakePartitionAsync(session, ct);
            await database.Database.ExecuteSqlAsync(
                $"""
                update attendance set quarter = {session.Quarter} where district = {session.District} and quarter = {from} and
                session_id = {session.Id}
                """,
                ct
            );
        }
    }

    /// <summary>The rows of one session, out of their one partition.</summary>
    public static IQueryable<AttendanceRow> Of(this IQueryable<AttendanceRow> rows, Session session) =>
        rows.Where(row => row.District == session.District && row.Quarter == session.Quarter && row.SessionId == session.Id);
}
