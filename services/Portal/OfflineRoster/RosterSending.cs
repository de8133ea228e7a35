using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Portal.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Campaign.Portal.OfflineRoster;

/// <summary>
/// Takes what the offline roster kept. The gateway lets no cookie change anything, so this asks for the same token as a form,
/// and passes the sender's key on: what is sent twice changes nothing.
/// </summary>
internal static class RosterSending
{
    public static string PathOf(Guid session) => $"/offline-roster/{session}";

    public static void MapOfflineRoster(this IEndpointRouteBuilder app)
    {
        app.MapGet("/offline-roster/{session:guid}/token", Token).RequireAuthorization();
        app.MapPost("/offline-roster/{session:guid}", TakeAsync).RequireAuthorization();
    }

    private static ContentHttpResult Token(Guid session, IAntiforgery antiforgery, HttpContext context)
    {
        _ = session;
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(antiforgery.GetAndStoreTokens(context).RequestToken);
    }

    private static async Task<Results<Ok<AttendanceSummary>, UnauthorizedHttpResult, ProblemHttpResult>> TakeAsync(
        Guid session,
        TakeRoster roster,
        [FromHeader(Name = "Idempotency-Key")] string key,
        [FromHeader(Name = "Roster-Account")] string account,
        IAntiforgery antiforgery,
        SessionClient sessions,
        AuthenticationStateProvider state,
        Words words,
        HttpContext context
    )
    {
        // a copy of the page outlives the person who opened it
        if (!await antiforgery.IsRequestValidAsync(context) || account != context.User.FindFirst("sub")?.Value)
        {
            return TypedResults.Unauthorized();
        }

        // outside a page nobody else says who is signed in
        ((IHostEnvironmentAuthenticationStateProvider)state).SetAuthenticationState(Task.FromResult(new AuthenticationState(context.User)));

        try
        {
            return TypedResults.Ok(await sessions.TakeRosterAsync(session, roster, key, context.RequestAborted));
        }
        catch (ApiException refused)
        {
            return TypedResults.Problem(words.Problem(refused), statusCode: (int)refused.Status, type: refused.Type);
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException)
        {
            return TypedResults.Problem(
                words.Problem(away),
                statusCode: StatusCodes.Status503ServiceUnavailable,
                type: "urn:campaign:problem:service-unavailable"
            );
        }
    }
}
