using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Browsing;
using Campaign.Sessions.Recurrence;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Calendar;

/// <summary>The calendar of a unit and the units below it: what was put on it, and what series will still put there.</summary>
public static class CalendarEndpoints
{
    public const int MaxDays = 92;
    public const int MaxEntries = 1000;
    private const int SeriesDays = 366;

    public static RouteGroupBuilder MapCalendar(this IEndpointRouteBuilder routes)
    {
        var calendar = routes.MapGroup("/calendar").WithTags("Calendar");
        calendar.MapGet("/", ShowAsync).Allow(UnitActions.ReadSessions);
        calendar.MapGet("/nearest", NearestAsync).Allow(SessionAccess.Read);
        return calendar;
    }

    /// <param name="from">First day, the first of the current month unless said.</param>
    /// <param name="to">Last day, included; the month's last unless said.</param>
    private static async Task<Ok<CalendarView>> ShowAsync(
        string? under,
        DateOnly? from,
        DateOnly? to,
        string? kind,
        string? activity,
        Caller caller,
        SessionDb database,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var today = time.Today();
        var first = from ?? new DateOnly(today.Year, today.Month, 1);
        var last = to ?? new DateOnly(first.Year, first.Month, DateTime.DaysInMonth(first.Year, first.Month));
        Period.Demand(first, last, MaxDays);
        var (start, end) = (OfficeDay.StartOf(first), OfficeDay.StartOf(last.AddDays(1)));

        var filter = new SessionFilter(under, null, kind, null, first, last, null, null, activity);
        var rows = await filter
            .Narrow(database.Sessions.AsNoTracking().Within(caller, under, session => session.UnitPath))
            .OrderBy(session => session.StartsAt)
            .ThenBy(session => session.Id)
            .Take(MaxEntries + 1)
            .ToListAsync(ct);
        var entries = rows.Select(session => new CalendarEntry(
                session.Id,
                session.SeriesId,
                session.StartsAt,
                session.UnitName,
                session.UnitPath,
                session.Kind,
                session.Plan,
                session.State
            ))
            .ToList();
        var whole = true;
        if (last > today)
        {
            var (ahead, all) = await AheadAsync(under, kind, activity, start, end, caller, database, ct);
            entries.AddRange(ahead);
            whole = all;
        }

        return TypedResults.Ok(
            new CalendarView([.. entries.OrderBy(entry => entry.StartsAt).Take(MaxEntries)], !whole || entries.Count > MaxEntries)
        );
    }

    /// <summary>
    /// Where to look when a period is empty: the nearest days on which the unit, or one below it, held or planned a session.
    /// </summary>
    /// <param name="under">The unit; the caller covers it.</param>
    /// <param name="from">First day of the period.</param>
    /// <param name="to">Its last day, included.</param>
    /// <param name="kind">Of one kind only.</param>
    /// <param name="series">False: without what series will still bring, of a year on either side.</param>
    private static async Task<Ok<NearestDays>> NearestAsync(
        string under,
        DateOnly from,
        DateOnly to,
        string? kind,
        bool? series,
        Caller caller,
        SessionDb database,
        TimeProvider time,
        CancellationToken ct
    )
    {
        Period.Demand(from, to);
        caller.Demand(Problem.Text(under, "under", 600));
        var query = new NearestQuery(
            database,
            under,
            await database.KnownKindAsync(kind, ct) is { } known ? [known] : await database.KindCodesAsync(ct)
        );
        var (before, after) = (await query.BeforeAsync(from, ct), await query.AfterAsync(to, ct));
        if (series != false)
        {
            var today = time.Today();
            before = (await PlannedDaysAsync(from.AddDays(-SeriesDays), from.AddDays(-1))).Append(before).Max();
            after = (await PlannedDaysAsync(to.AddDays(1), to.AddDays(SeriesDays))).Append(after).Min();

            // what a series has still to bring lies ahead
            async Task<IEnumerable<DateOnly?>> PlannedDaysAsync(DateOnly first, DateOnly last) =>
                last <= today
                    ? []
                    : (
                        await AheadAsync(
                            under,
                            kind,
                            null,
                            OfficeDay.StartOf(first > today ? first : today),
                            OfficeDay.StartOf(last.AddDays(1)),
                            caller,
                            database,
                            ct
                        )
                    ).Entries.Select(entry => (DateOnly?)OfficeDay.Of(entry.StartsAt));
        }

        return TypedResults.Ok(new NearestDays(before, after));
    }

    /// <summary>What series will still put on it, and whether that is all.</summary>
    private static async Task<(IEnumerable<CalendarEntry> Entries, bool Whole)> AheadAsync(
        string? under,
        string? kind,
        string? activity,
        DateTimeOffset start,
        DateTimeOffset end,
        Caller caller,
        SessionDb database,
        CancellationToken ct
    )
    {
        // one that has nothing more to make has nothing but sessions
        var series = await database
            .Series.AsNoTracking()
            .Within(caller, under, row => row.UnitPath)
            .Where(row => row.DueOn != null && (kind == null || row.Kind == kind) && (activity == null || row.Plan.Activity == activity))
            .OrderBy(row => row.UnitPath)
            .ThenBy(row => row.Id)
            .Take(MaxEntries + 1)
            .ToListAsync(ct);
        var ids = series.Select(row => row.Id).ToList();
        var (earliest, latest) = (
            OfficeDay.Of(start).AddDays(-SeriesOccurrence.Furthest),
            OfficeDay.Of(end).AddDays(SeriesOccurrence.Furthest)
        );
        var known = (
            await database
                .Occurrences.AsNoTracking()
                .Where(row => ids.Contains(row.SeriesId) && row.Day >= earliest && row.Day <= latest)
                .ToListAsync(ct)
        ).ToLookup(row => row.SeriesId);
        return (
            series.SelectMany(row =>
                SeriesViews
                    .Ahead(row, known[row.Id].ToDictionary(one => one.Day), start, end)
                    .Select(startsAt => new CalendarEntry(
                        null,
                        row.Id,
                        startsAt,
                        row.UnitName,
                        row.UnitPath,
                        row.Kind,
                        row.Plan,
                        SessionStates.Planned
                    ))
            ),
            series.Count <= MaxEntries
        );
    }
}
