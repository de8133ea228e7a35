using System.Security.Cryptography;
using Campaign.Api;
using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Directories.Units;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Invitations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Campaign.Sessions.Feeds;

/// <summary>Calendar feeds: their addresses, and what a calendar on a phone reads there every few hours.</summary>
public static class FeedEndpoints
{
    public static RouteGroupBuilder MapFeeds(this IEndpointRouteBuilder routes)
    {
        var feeds = routes.MapGroup("").WithTags("Calendar feeds");
        feeds
            .MapPost("/calendar-feeds", FindAsync)
            .AllowSignedIn()
            .Refuses(SessionProblems.NoMember, SharedProblems.NotFound, SharedProblems.OutsideYourUnits);
        feeds
            .MapPost("/calendar-feeds/renew", RenewAsync)
            .AllowSignedIn()
            .Refuses(SessionProblems.NoMember, SharedProblems.NotFound, SharedProblems.OutsideYourUnits);
        // a calendar application has no sign-in: whoever has the address may read
        feeds
            .MapGet("/feeds/{token}.ics", ReadAsync)
            .AllowPublic()
            .Refuses(SessionProblems.FeedUnknown)
            .Produces(200, contentType: "text/calendar")
            .Produces(304);
        return feeds;
    }

    private static Task<Ok<FeedView>> FindAsync(
        FeedOf request,
        Caller caller,
        SessionDb database,
        IAudit audit,
        TimeProvider time,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var (kind, owner) = await OwnerAsync(request, caller, database, ct);
                await database.Database.ExecuteSqlAsync(
                    $"""
                    insert into calendar_feeds (kind, owner_id, id, secret, created_at)
                    values ({kind}, {owner}, {Guid.CreateVersion7()}, {SignedToken.NewSecret()}, {time.GetUtcNow()}) on conflict do nothing
                    """,
                    ct
                );
                return await ViewAsync(kind, owner, "read", database, audit, ct);
            },
            ct
        );

    private static Task<Ok<FeedView>> RenewAsync(
        FeedOf request,
        Caller caller,
        SessionDb database,
        IAudit audit,
        TimeProvider time,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var (kind, owner) = await OwnerAsync(request, caller, database, ct);
                await database.Database.ExecuteSqlAsync(
                    $"""
                    insert into calendar_feeds (kind, owner_id, id, secret, created_at)
                    values ({kind}, {owner}, {Guid.CreateVersion7()}, {SignedToken.NewSecret()}, {time.GetUtcNow()})
                    on conflict (kind, owner_id) do update set secret = excluded.secret, created_at = excluded.created_at
                    """,
                    ct
                );
                return await ViewAsync(kind, owner, "renew", database, audit, ct);
            },
            ct
        );

    private static async Task<Results<FileContentHttpResult, StatusCodeHttpResult>> ReadAsync(
        string token,
        FeedQuery query,
        SessionDb database,
        HttpContext http,
        CancellationToken ct
    )
    {
        var feed = SignedToken.Claims(token, 1) is [var id]
            ? await database.Feeds.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct)
            : null;
        if (feed?.Opens(token) != true)
        {
            throw new Problem(SessionProblems.FeedUnknown);
        }

        var sessions = await query.ReadAsync(feed, ct);
        var file = await query.WriteAsync(feed, sessions, ct);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))[..32]}\"");
        http.Response.Headers.CacheControl = "private, max-age=300";
        // answers 304 by itself when the calendar has this file already
        return TypedResults.File(
            file,
            "text/calendar; charset=utf-8",
            lastModified: sessions.Count == 0 ? feed.CreatedAt : sessions.Max(session => session.ChangedAt),
            entityTag: tag
        );
    }

    /// <summary>One's own, or that of a unit whose sessions one runs.</summary>
    private static async Task<(string Kind, Guid Owner)> OwnerAsync(FeedOf request, Caller caller, SessionDb database, CancellationToken ct)
    {
        if (request.UnitId is not { } unitId)
        {
            return (CalendarFeed.OfMember, caller.MemberId ?? throw MyMeetings.NoMember());
        }

        var unit = await database.UnitAsync(unitId, ct);
        UnitActions.SubscribeCalendar.Demand(caller, unit.Path);
        return (CalendarFeed.OfUnit, unit.Id);
    }

    private static async Task<Ok<FeedView>> ViewAsync(
        string kind,
        Guid owner,
        string action,
        SessionDb database,
        IAudit audit,
        CancellationToken ct
    )
    {
        var feed = await database.Feeds.AsNoTracking().SingleAsync(row => row.Kind == kind && row.OwnerId == owner, ct);
        audit.Record(action, nameof(CalendarFeed), owner.ToString(), new { kind });
        await database.SaveChangesAsync(ct);
        return TypedResults.Ok(new FeedView(ApiAddress.Of(Contracts.Resources.Session, $"feeds/{feed.Token}.ics"), feed.CreatedAt));
    }
}
