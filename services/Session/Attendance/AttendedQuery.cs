using Campaign.Sessions.Closing;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Attendance;

public static class AttendedQuery
{
    /// <summary>Everybody of a closed session with their final status, always in the same order.</summary>
    public static Task<List<Attended>> AttendedAsync(this SessionDb database, Session session, CancellationToken ct) =>
        database
            .Attendance.AsNoTracking()
            .Of(session)
            .OrderBy(row => row.MemberId)
            .Select(row => new Attended(row.MemberId, row.Status!))
            .ToListAsync(ct);
}
