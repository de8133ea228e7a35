using Campaign.Api;
using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Directories.Units;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Messaging.Log;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Recurrence;

/// <summary>Series of sessions: plan one, skip or move one of its days, end it.</summary>
public static class SeriesEndpoints
{
    private const int Preview = 12;

    public static RouteGroupBuilder MapSeries(this IEndpointRouteBuilder routes)
    {
        var series = routes.MapGroup("/series").WithTags("Series");
        series
            .MapPost("/", PlanAsync)
            .Allow(UnitActions.Schedule)
            .Refuses(
                SharedProblems.NotFound,
                SessionProblems.NoParticipants,
                SessionProblems.TooManyParticipants,
                SessionProblems.ParticipantsNotActive,
                SessionProblems.ParticipantsOutsideYourUnits,
                SessionProblems.SeriesUnitEnded
            );
        series.MapGet("/", ListAsync).Allow(SessionAccess.Read);
        series.MapGet("/dates", Dates).AllowSignedIn();
        series.MapGet("/{id:guid}", GetAsync).Allow(SessionAccess.Read);
        series
            .MapPut("/{id:guid}/occurrences/{day}", ChangeAsync)
            .Allow(SeriesActions.ChangeDay)
            .Refuses(
                SessionProblems.SeriesEnded,
                SessionProblems.SeriesUnitEnded,
                SessionProblems.OccurrenceMade,
                SessionProblems.OccurrencePassed,
                SessionProblems.NoParticipants,
                SessionProblems.TooManyParticipants
            );
        series.MapPost("/{id:guid}/end", EndAsync).Allow(SeriesActions.End).Refuses(SessionProblems.SeriesEnded);
        return series;
    }

    /// <summary>Plans the series and makes the sessions of its next two months at once.</summary>
    private static async Task<Created<SeriesView>> PlanAsync(
        PlanSeries request,
        Caller caller,
        SessionDb database,
        SeriesWork work,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var unit = await database.UnitAsync(request.UnitId, ct);
        UnitActions.Schedule.Demand(caller, unit.Path);

        var (rule, today) = (SeriesRule.Of(request.Rule), time.Today());
        Problem.Unless(rule.From >= today, "rule.from", FieldCodes.TooEarly, ("earliest", today));
        PlanRules.DemandDay(unit, rule.From, today, "rule.from");
        PlanRules.DemandParticipants(request.ParticipantIds, Series.MaxChosen);
        var plan = await request.Plan.CheckAsync(database, rule.From, ct);
        Problem.Unless(rule.Days().Any(), "rule.until", SessionProblems.NoDayInRule);
        var series = new Series
        {
            Id = Guid.CreateVersion7(),
            UnitId = unit.Id,
            UnitName = unit.Name,
            UnitPath = unit.Path,
            CampaignId = request.CampaignId,
            Kind = await database.KindAsync(request.Kind, rule.From, ct),
            Plan = plan,
            ParticipantIds = request.ParticipantIds is { } chosen ? [.. chosen.Distinct()] : null,
            Rule = rule,
        };
        await database.DemandExpectableAsync(series.ParticipantIds, caller, ct);
        await database.AtomicallyAsync(
            async () =>
            {
                database.Series.Add(series);
                await work.MakeAsync(series, ct);
                return await database.SaveChangesAsync(ct);
            },
            ct
        );
        Etags.Set(response, series.Version);
        return TypedResults.Created($"/series/{series.Id}", await SeriesViews.OfAsync(series, caller, database, today, ct));
    }

    private static async Task<Ok<Page<SeriesView>>> ListAsync(
        string? under,
        string? cursor,
        int? limit,
        Caller caller,
        SessionDb database,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        var rows = database.Series.AsNoTracking().Within(caller, under, series => series.UnitPath);
        if (Cursor.After<Guid>(cursor, out var after))
        {
            rows = rows.Where(series => series.Id < after);
        }

        var page = await rows.OrderByDescending(series => series.Id).Take(size + 1).ToListAsync(ct);
        return TypedResults.Ok(Cursor.Page(page, size, series => SeriesViews.Of(series, [], caller, time.Today()), series => [series.Id]));
    }

    /// <summary>The first days of a rule, for a plan that is being made.</summary>
    private static Ok<IReadOnlyList<DateTimeOffset>> Dates(
        DateOnly from,
        TimeOnly at,
        int everyMonths,
        int? day,
        int? week,
        int? weekday,
        DateOnly? until,
        int? count
    )
    {
        var rule = SeriesRule.Of(new RecurrenceRule(from, at, everyMonths, day, week, weekday, until, count), within: "");
        return TypedResults.Ok<IReadOnlyList<DateTimeOffset>>([.. rule.Days().Take(Preview).Select(rule.StartOn)]);
    }

    private static async Task<Ok<SeriesView>> GetAsync(
        Guid id,
        Caller caller,
        SessionDb database,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var series = await database.Series.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw Problem.NotFound("series");
        caller.Demand(series.UnitPath);
        Etags.Set(response, series.Version);
        return TypedResults.Ok(await SeriesViews.OfAsync(series, caller, database, time.Today(), ct));
    }

    private static Task<Ok<SeriesView>> ChangeAsync(
        Guid id,
        DateOnly day,
        ChangeOccurrence request,
        Caller caller,
        SessionDb database,
        SeriesWork work,
        TimeProvider time,
        HttpRequest http,
        HttpResponse response,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var series = await LockAsync(id, database, ct);
                var occurrence = await database.Occurrences.FindAsync([id, day], ct);
                SeriesActions.ChangeDay.Demand(caller, new(series, day, occurrence, time.Today()));
                Etags.Demand(http, series.Version);
                series.ChangeOn(day, time.Today());
                Problem.Unless(
                    request.StartsAt is null || OfficeDay.Of(request.StartsAt.Value) >= time.Today(),
                    "startsAt",
                    FieldCodes.TooEarly,
                    ("earliest", time.Today())
                );
                if (occurrence is null)
                {
                    database.Occurrences.Add(occurrence = new SeriesOccurrence { SeriesId = id, Day = day });
                }

                occurrence.Change(request.Skip, request.StartsAt, series.Rule.StartOn(day));
                await database.SaveChangesAsync(ct);
                // a day that was put back may be near already
                await work.MakeAsync(series, ct);
                await database.SaveChangesAsync(ct);
                Etags.Set(response, series.Version);
                return TypedResults.Ok(await SeriesViews.OfAsync(series, caller, database, time.Today(), ct));
            },
            ct
        );

    /// <summary>Ends it; sessions that were made for later and have not opened are cancelled.</summary>
    private static Task<Ok<SeriesView>> EndAsync(
        Guid id,
        EndSeries request,
        Caller caller,
        SessionDb database,
        IEventLog events,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var reason = Problem.Text(request.Reason, "reason", Session.MaxReason);
        return database.AtomicallyAsync(
            async () =>
            {
                var series = await LockAsync(id, database, ct);
                SeriesActions.End.Demand(caller, new(series, time.Today()));
                series.End(request.From, time.Today());
                var ids = await database
                    .Database.SqlQuery<Guid>(
                        $"""
                        select s.id from sessions s join series_occurrences o on o.session_id = s.id
                        where o.series_id = {id} and o.day >= {request.From} and s.state = {SessionStates.Scheduled} for update of s
                        """
                    )
                    .ToListAsync(ct);
                var made = await database.Sessions.Where(session => ids.Contains(session.Id)).ToListAsync(ct);
                foreach (var session in made)
                {
                    session.Cancel(reason, time.GetUtcNow(), events);
                }

                await database.SaveChangesAsync(ct);
                Etags.Set(response, series.Version);
                return TypedResults.Ok(await SeriesViews.OfAsync(series, caller, database, time.Today(), ct));
            },
            ct
        );
    }

    private static async Task<Series> LockAsync(Guid id, SessionDb database, CancellationToken ct)
    {
        await database.Database.ExecuteSqlAsync($"select from series where id = {id} for update", ct);
        return await database.Series.SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw Problem.NotFound("series");
    }
}
