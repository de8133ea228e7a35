using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Sessions.Holding;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Resolutions;

/// <summary>What earlier sessions of the same unit resolved, and how far it is: the first point of the next one.</summary>
public static class FollowUp
{
    /// <summary>How many sessions one looks back: a year of monthly and thematic ones.</summary>
    private const int Sessions = 16;

    private const int Most = 50;

    public static RouteGroupBuilder MapFollowUp(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/sessions/{id:guid}").WithTags("Holding");
        session.MapGet("/follow-up", GetAsync).Allow(SessionAccess.Read);
        return session;
    }

    /// <summary>All items of the last session that resolved any, and what is still open of those before, the earliest due first.</summary>
    public static async Task<IReadOnlyList<FollowUpView>> FollowUpAsync(
        this SessionDb database,
        Session session,
        DateOnly today,
        CancellationToken ct
    )
    {
        var units = await database.BeforeMergersAsync(session.UnitId, ct);
        var before = await database
            .Sessions.AsNoTracking()
            .Where(row => units.Contains(row.UnitId) && row.State == SessionStates.Held && row.StartsAt < session.StartsAt)
            .OrderByDescending(row => row.StartsAt)
            .Take(Sessions)
            .Select(row => new { row.Id, row.StartsAt })
            .ToListAsync(ct);
        var ids = before.Select(row => row.Id).ToList();
        var items = (
            await database
                .ActionItems.AsNoTracking()
                .Where(item => ids.Contains(item.SessionId))
                .LeftJoin(database.Progress, item => item.Id, progress => progress.Id, (item, progress) => new { item, progress })
                .ToListAsync(ct)
        ).ToLookup(row => row.item.SessionId);
        var last = before.Find(row => items[row.Id].Any());
        return
        [
            .. before
                .SelectMany(row => items[row.Id].Select(found => View(found.item, found.progress, OfficeDay.Of(row.StartsAt), today)))
                .Where(view => view.SessionId == last!.Id || view.State is "open" or "late")
                .OrderBy(view => view.DueOn)
                .ThenBy(view => view.Id)
                .Take(Most),
        ];
    }

    /// <summary>Of what earlier sessions resolved: how much was due by the day, and how much of that was done by then.</summary>
    public static async Task<(int Due, int Done)> DueByAsync(this SessionDb database, Session session, DateOnly day, CancellationToken ct)
    {
        var units = await database.BeforeMergersAsync(session.UnitId, ct);
        var before = database
            .Sessions.Where(row => units.Contains(row.UnitId) && row.State == SessionStates.Held && row.StartsAt < session.StartsAt)
            .OrderByDescending(row => row.StartsAt)
            .Take(Sessions);
        var items = await database
            .ActionItems.AsNoTracking()
            .Join(before, item => item.SessionId, row => row.Id, (item, _) => item)
            .LeftJoin(
                database.Progress,
                item => item.Id,
                progress => progress.Id,
                (item, progress) => new { item.DueOn, Progress = progress }
            )
            .ToListAsync(ct);
        var due = items.Where(item => item.Progress?.State != "withdrawn" && (item.Progress?.DueOn ?? item.DueOn) <= day).ToList();
        return (due.Count, due.Count(item => item.Progress?.ReachedOn <= day));
    }

    /// <summary>The unit and those that were merged into it.</summary>
    private static async Task<List<Guid>> BeforeMergersAsync(this SessionDb database, Guid unit, CancellationToken ct) =>
        [
            unit,
            .. await database
                .Units.Where(row => row.SuccessorId == unit)
                .OrderBy(row => row.Id)
                .Select(row => row.Id)
                .Take(Most)
                .ToListAsync(ct),
        ];

    private static FollowUpView View(ActionItem item, ItemProgress? progress, DateOnly resolvedOn, DateOnly today)
    {
        // until Directive has told anything nothing is done
        var dueOn = progress?.DueOn ?? item.DueOn;
        var state = progress switch
        {
            { State: "fulfilled" } => "done",
            { State: "withdrawn" } => "withdrawn",
            { ReachedOn: not null } => "reached",
            _ => today > dueOn ? "late" : "open",
        };
        return new FollowUpView(
            item.Id,
            item.SessionId,
            resolvedOn,
            item.What,
            item.Responsible,
            dueOn,
            progress?.Target ?? item.Target,
            progress?.Done ?? 0,
            item.Measure,
            state
        );
    }

    private static async Task<Ok<IReadOnlyList<FollowUpView>>> GetAsync(
        Guid id,
        Caller caller,
        SessionDb database,
        TimeProvider time,
        CancellationToken ct
    ) => TypedResults.Ok(await database.FollowUpAsync(await database.ReadableAsync(id, caller, ct), time.Today(), ct));
}

/// <summary>What is told of a resolution when its session is closed.</summary>
public static class ResolutionTold
{
    /// <summary>Null when it asks for nothing.</summary>
    public static SessionResolved? Of(Session session, IReadOnlyList<ActionItem> items) =>
        items.Count == 0
            ? null
            : new SessionResolved
            {
                District = session.District,
                CampaignId = session.CampaignId,
                AggregateId = session.Id,
                Version = session.Version,
                UnitId = session.UnitId,
                UnitPath = session.UnitPath,
                Topic = session.Plan.Topic,
                HeldOn = OfficeDay.Of(session.StartsAt),
                Items =
                [
                    .. items.Select(item => new ResolvedItem
                    {
                        Id = item.Id,
                        What = item.What,
                        UnitId = item.UnitId,
                        UnitPath = item.UnitPath,
                        MemberId = item.MemberId,
                        DueOn = item.DueOn,
                        Target = item.Target,
                        Measure = item.Measure,
                    }),
                ],
            };
}
