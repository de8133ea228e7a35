using System.Security.Claims;
using Campaign.Api.Operations;
using Campaign.Api.Problems;
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

    private static readonly string[] s_states = ["parked", "replayed", "discarded"];

    /// <summary>For operators: state, parked messages, rebuilds. Under <c>/operations/messaging</c>.</summary>
    public static RouteGroupBuilder MapMessagingOperations(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/operations/messaging").WithTags("Operations");
        group.MapGet("/", (StatusReader status, CancellationToken cancellationToken) => status.ReadAsync(cancellationToken));
        group.MapGet("/parked", ListParkedAsync);
        group
            .MapPost("/parked/{id:long}/replay", ReplayAsync)
            .WithMetadata(new Refusals(MessagingProblems.NotParked, MessagingProblems.ReplayFailed));
        group.MapPost("/parked/{id:long}/discard", DiscardAsync).WithMetadata(new Refusals(MessagingProblems.NotParked));
        group.MapGet("/rebuild", (Rebuilds rebuilds, CancellationToken cancellationToken) => rebuilds.ProgressAsync(cancellationToken));
        group
            .MapPost("/rebuild/{projection}", StartRebuildAsync)
            .WithMetadata(new Refusals(MessagingProblems.NoSuchProjection, MessagingProblems.RebuildRunning));
        group.MapGet("/rebuild/{projection}", ShowRebuildAsync).WithMetadata(new Refusals(MessagingProblems.NeverRebuilt));
        group.MapPost("/rebuild/{projection}/cancel", CancelRebuildAsync).WithMetadata(new Refusals(MessagingProblems.RebuildNotRunning));
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
        if (state is not null && !s_states.Contains(state))
        {
            return Refused("state", FieldCodes.OneOf, ("allowed", s_states));
        }

        if (limit is < 1 or > MaxLimit)
        {
            return Refused("limit", FieldCodes.Range, ("min", 1), ("max", MaxLimit));
        }

        if (cursor is not null && !long.TryParse(cursor, out _))
        {
            return Refused("cursor", FieldCodes.Cursor);
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
            ParkedOutcome.FailedAgain => Refused(MessagingProblems.ReplayFailed, ("reason", reason)),
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
        if (!rebuilds.Known.Contains(projection))
        {
            return Refused(MessagingProblems.NoSuchProjection, ("projection", projection), ("known", rebuilds.Known));
        }

        return await rebuilds.StartAsync(projection, Name(user), cancellationToken)
            ? TypedResults.Accepted(request.Path)
            : Refused(MessagingProblems.RebuildRunning, ("projection", projection));
    }

    private static async Task<Results<Ok<RebuildProgress>, ProblemHttpResult>> ShowRebuildAsync(
        string projection,
        Rebuilds rebuilds,
        CancellationToken cancellationToken
    ) =>
        (await rebuilds.ProgressAsync(cancellationToken)).FirstOrDefault(rebuild => rebuild.Projection == projection) is { } progress
            ? TypedResults.Ok(progress)
            : Refused(MessagingProblems.NeverRebuilt, ("projection", projection));

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelRebuildAsync(
        string projection,
        Rebuilds rebuilds,
        CancellationToken cancellationToken
    ) =>
        await rebuilds.CancelAsync(projection, cancellationToken)
            ? TypedResults.NoContent()
            : Refused(MessagingProblems.RebuildNotRunning, ("projection", projection));

    private static async Task<Results<Ok<LogPage>, ProblemHttpResult>> ReadLogAsync(
        LogReader log,
        [FromQuery] long? after,
        int? limit,
        string? district,
        CancellationToken cancellationToken
    )
    {
        if (after < 0)
        {
            return Refused("after", FieldCodes.Range, ("min", 0), ("max", long.MaxValue));
        }

        if (limit is < 1 or > LogReader.MaxLimit)
        {
            return Refused("limit", FieldCodes.Range, ("min", 1), ("max", LogReader.MaxLimit));
        }

        var districts = district?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return TypedResults.Ok(await log.ReadAsync(after ?? 0, limit ?? 100, districts, cancellationToken));
    }

    private static ProblemHttpResult NotParked() => Refused(MessagingProblems.NotParked);

    private static ProblemHttpResult Refused(ProblemType type, params (string Name, object? Value)[] parameters)
    {
        var named = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        return Refused(type, ProblemSentences.InEnglish(type, named), "params", named);
    }

    private static ProblemHttpResult Refused(string field, FieldCode code, params (string Name, object? Value)[] parameters)
    {
        var named = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        var error = new FieldError(field, code.Code, named, ProblemSentences.InEnglish(code, field, named));
        return Refused(SharedProblems.InvalidRequest, error.Detail, "errors", new[] { error });
    }

    private static ProblemHttpResult Refused(ProblemType type, string detail, string member, object value) =>
        TypedResults.Problem(
            detail,
            statusCode: type.Status,
            type: type.Urn,
            extensions: new Dictionary<string, object?> { [member] = value }
        );

    private static string Name(ClaimsPrincipal user) => user.FindFirstValue("name") ?? user.FindFirstValue("sub") ?? "unknown";
}
