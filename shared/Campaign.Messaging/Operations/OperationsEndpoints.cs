using System.Security.Claims;
using Campaign.Api.Operations;
using Campaign.Messaging.Log;
using Campaign.Messaging.Parking;
using Campaign.Messaging.Rebuild;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Messaging.Operations;

/// <summary>What an operator sees and does. Authorization is attached by the caller to the groups returned.</summary>
public static class OperationsEndpoints
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    /// <summary>For operators: state, parked messages, rebuilds. Under <c>/operations/messaging</c>.</summary>
    public static RouteGroupBuilder MapMessagingOperations(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/operations/messaging").WithTags("Operations");
        group.MapGet("/", (StatusReader status, CancellationToken cancellationToken) => status.ReadAsync(cancellationToken));
        group.MapGet("/parked", ListParkedAsync);
        group.MapPost("/parked/{id:long}/replay", ReplayAsync);
        group.MapPost("/parked/{id:long}/discard", DiscardAsync);
        group.MapGet("/rebuild", (Rebuilds rebuilds, CancellationToken cancellationToken) => rebuilds.ProgressAsync(cancellationToken));
        group.MapPost("/rebuild/{projection}", StartRebuildAsync);
        group.MapGet("/rebuild/{projection}", ShowRebuildAsync);
        group.MapPost("/rebuild/{projection}/cancel", CancelRebuildAsync);
        return group;
    }

    /// <summary>
    /// For services and integrators: reads the event log in order, without a gap. Also under <c>/operations/messaging</c>.
    /// </summary>
    public static RouteGroupBuilder MapMessagingLog(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/operations/messaging/log").WithTags("Operations");
        group.MapGet("/", ReadLogAsync);
        return group;
    }

    private static async Task<Results<Ok<ParkedPage>, ProblemHttpResult>> ListParkedAsync(
        ParkedMessages parked,
        string? state,
        string? cursor,
        int? limit,
        CancellationToken cancellationToken
    )
    {
        if (state is not (null or "parked" or "replayed" or "discarded"))
        {
            return Refused("unknown-state", 400, "The state is unknown; use parked, replayed or discarded.");
        }

        if (limit is < 1 or > MaxLimit || (cursor is not null && !long.TryParse(cursor, out _)))
        {
            return Refused(
                "bad-page",
                400,
                $"The page cannot be read; use a limit from 1 to {MaxLimit} and the cursor of the page before."
            );
        }

        long? before = cursor is null ? null : long.Parse(cursor, System.Globalization.CultureInfo.InvariantCulture);
        var items = await parked.ListAsync(state ?? "parked", before, limit ?? DefaultLimit, cancellationToken);
        var next = items.Count == (limit ?? DefaultLimit) ? items[^1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new ParkedPage(items, next));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ReplayAsync(
        long id,
        ParkedMessages parked,
        ClaimsPrincipal user,
        CancellationToken cancellationToken
    )
    {
        var (outcome, reason) = await parked.ReplayAsync(id, Name(user), cancellationToken);
        return outcome switch
        {
            ParkedOutcome.Done => TypedResults.NoContent(),
            ParkedOutcome.FailedAgain => Refused(
                "replay-failed",
                409,
                $"The event failed again and stays parked; correct the cause and replay it: {reason}"
            ),
            _ => NotParked(),
        };
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DiscardAsync(
        long id,
        ParkedMessages parked,
        ClaimsPrincipal user,
        CancellationToken cancellationToken
    ) => await parked.DiscardAsync(id, Name(user), cancellationToken) == ParkedOutcome.Done ? TypedResults.NoContent() : NotParked();

    private static async Task<Results<Accepted, ProblemHttpResult>> StartRebuildAsync(
        string projection,
        Rebuilds rebuilds,
        ClaimsPrincipal user,
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await rebuilds.StartAsync(projection, Name(user), cancellationToken)
                ? TypedResults.Accepted(request.Path)
                : Refused(
                    "rebuild-running",
                    409,
                    $"Projection '{projection}' is being rebuilt already; cancel that rebuild or wait for it."
                );
        }
        catch (ArgumentException exception)
        {
            return Refused("no-such-projection", 404, exception.Message);
        }
    }

    private static async Task<Results<Ok<RebuildProgress>, ProblemHttpResult>> ShowRebuildAsync(
        string projection,
        Rebuilds rebuilds,
        CancellationToken cancellationToken
    ) =>
        (await rebuilds.ProgressAsync(cancellationToken)).FirstOrDefault(rebuild => rebuild.Projection == projection) is { } progress
            ? TypedResults.Ok(progress)
            : Refused("never-rebuilt", 404, $"Projection '{projection}' was never rebuilt here; start it with POST.");

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelRebuildAsync(
        string projection,
        Rebuilds rebuilds,
        CancellationToken cancellationToken
    ) =>
        await rebuilds.CancelAsync(projection, cancellationToken)
            ? TypedResults.NoContent()
            : Refused("rebuild-not-running", 409, $"Projection '{projection}' is not being rebuilt.");

    private static async Task<Results<Ok<LogPage>, ProblemHttpResult>> ReadLogAsync(
        LogReader log,
        [FromQuery] long? after,
        int? limit,
        string? district,
        CancellationToken cancellationToken
    )
    {
        if (after < 0 || limit is < 1 or > LogReader.MaxLimit)
        {
            return Refused("bad-page", 400, $"The page cannot be read; use after >= 0 and a limit from 1 to {LogReader.MaxLimit}.");
        }

        var districts = district?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return TypedResults.Ok(await log.ReadAsync(after ?? 0, limit ?? 100, districts, cancellationToken));
    }

    private static ProblemHttpResult NotParked() =>
        Refused("not-parked", 404, "There is no such parked message; it may have been replayed or discarded meanwhile.");

    private static ProblemHttpResult Refused(string slug, int status, string detail) =>
        TypedResults.Problem(detail, statusCode: status, type: $"urn:campaign:problem:{slug}", title: slug);

    private static string Name(ClaimsPrincipal user) => user.FindFirstValue("name") ?? user.FindFirstValue("sub") ?? "unknown";
}
