using Campaign.Hosting.Access;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Invitations;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Feeds;

/// <summary>What a feed holds: 90 days back, a year ahead, at most 1,000 sessions, what lies ahead first.</summary>
public sealed class FeedQuery(SessionDb database, IConfiguration configuration, TimeProvider time)
{
    public const int MaxEvents = 1000;
    private const int DaysBack = 90;
    private const int DaysAhead = 366;

    /// <summary>In the order of time.</summary>
    public async Task<IReadOnlyList<Session>> ReadAsync(CalendarFeed feed, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (first, last) = (now.AddDays(-DaysBack), now.AddDays(DaysAhead));
        var all = await OfAsync(feed, first, last, ct);
        var ahead = await all.Where(session => session.StartsAt >= now && session.StartsAt < last)
            .OrderBy(session => session.StartsAt)
            .ThenBy(session => session.Id)
            .Take(MaxEvents)
            .ToListAsync(ct);
        var before = await all.Where(session => session.StartsAt >= first && session.StartsAt < now)
            .OrderByDescending(session => session.StartsAt)
            .ThenBy(session => session.Id)
            .Take(MaxEvents - ahead.Count)
            .ToListAsync(ct);
        return [.. Enumerable.Reverse(before), .. ahead];
    }

    /// <summary>The feed's file, UTF-8.</summary>
    public async Task<byte[]> WriteAsync(CalendarFeed feed, IReadOnlyList<Session> sessions, CancellationToken ct)
    {
        var kinds = (await database.Kinds.AsNoTracking().ToListAsync(ct)).ToLookup(kind => kind.Code);
        var activities = (await database.Activities.AsNoTracking().ToListAsync(ct)).ToLookup(activity => activity.Code);
        var unit =
            feed.Kind == CalendarFeed.OfUnit
                ? await database.Units.Where(row => row.Id == feed.OwnerId).Select(row => row.Name).SingleOrDefaultAsync(ct)
                : null;
        var writer = new FeedFile(
            configuration["Identity:PublicOrigin"]?.TrimEnd('/') ?? "",
            code => kinds[code].OrderBy(kind => kind.ValidFrom).LastOrDefault()?.Name ?? code,
            code => activities[code].OrderBy(activity => activity.ValidFrom).LastOrDefault()?.Name ?? code
        );
        return writer.Write(unit ?? "Lịch sinh hoạt của tôi", sessions);
    }

    private async Task<IQueryable<Session>> OfAsync(CalendarFeed feed, DateTimeOffset first, DateTimeOffset last, CancellationToken ct)
    {
        if (feed.Kind == CalendarFeed.OfUnit)
        {
            var path = await database.Units.Where(unit => unit.Id == feed.OwnerId).Select(unit => unit.Path).SingleOrDefaultAsync(ct);
            return database.Sessions.AsNoTracking().Within(path is null ? [] : [path], session => session.UnitPath);
        }

        return await database.SessionsOfAsync(feed.OwnerId, AttendancePartition.QuarterOf(first), AttendancePartition.QuarterOf(last), ct);
    }
}
