using Campaign.Api.Session;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Attendance;

public static class TallyQueries
{
    /// <summary>The figures of one session as its rows stand now.</summary>
    public static async Task<AttendanceSummary> TallyAsync(
        this SessionDb database,
        Session session,
        CancellationToken ct,
        StatusBook? book = null
    ) => (await database.TallyAsync([session], ct, book))[session.Id];

    /// <summary>The figures of each session: the kept ones of a held session, else counted.</summary>
    public static async Task<IReadOnlyDictionary<Guid, AttendanceSummary>> TallyAsync(
        this SessionDb database,
        IReadOnlyCollection<Session> sessions,
        CancellationToken ct,
        StatusBook? book = null
    )
    {
        var result = sessions.ToDictionary(
            session => session.Id,
            session => new AttendanceSummary(session.Expected, session.Present, session.Excused, session.Absent)
        );
        var moving = sessions.Where(session => session.State != SessionStates.Held).ToList();
        if (moving.Count > 0)
        {
            var districts = moving.Select(session => session.District).Distinct().ToList();
            var quarters = moving.Select(session => session.Quarter).Distinct().ToList();
            var ids = moving.Select(session => session.Id).ToList();
            var groups = await database
                .Attendance.Where(row => districts.Contains(row.District) && quarters.Contains(row.Quarter) && ids.Contains(row.SessionId))
                .GroupBy(row => new { row.SessionId, row.Status })
                .Select(group => new
                {
                    group.Key.SessionId,
                    group.Key.Status,
                    People = group.Count(),
                })
                .ToListAsync(ct);
            book ??= await StatusBook.ReadAsync(database, ct);
            foreach (var session in groups.GroupBy(group => group.SessionId))
            {
                result[session.Key] = Tally.Of(session.Select(group => (group.Status, group.People)), book);
            }
        }

        return result;
    }
}
