using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Portal.Calls;
using Campaign.Portal.SignIn;

namespace Campaign.Portal.Sessions;

/// <summary>
/// Where the QR on the room's screen leads. The code is exchanged at once for a ticket that only this browser holds: by the time that
/// somebody has signed in the code would be stale, and an address can be passed on while a cookie stays.
/// </summary>
internal static class ScanLink
{
    /// <summary>As long as the service accepts the ticket.</summary>
    private static readonly TimeSpan s_ticketFor = TimeSpan.FromMinutes(10);

    public static string PathOf(Guid session, string code) => $"/s/{session:N}/{code}";

    public static string CookieOf(Guid session) => $"campaign-scan-{session:N}";

    public static void MapScanLink(this IEndpointRouteBuilder app) => app.MapGet("/s/{session:guid}/{code}", TakeAsync).AllowAnonymous();

    private static async Task<IResult> TakeAsync(
        Guid session,
        string code,
        IHttpMessageHandlerFactory handlers,
        PublicOrigin origin,
        HttpContext context
    )
    {
        using var http = new HttpClient(handlers.CreateHandler(ServiceClients.Connections), disposeHandler: false)
        {
            BaseAddress = new Uri("http://gateway/"),
            Timeout = PageTimeout.Usual,
        };
        try
        {
            var scanned = await new SessionClient(http).ScanAsync(session, code, context.RequestAborted);
            context.Response.Cookies.Append(
                CookieOf(session),
                scanned.Ticket,
                new CookieOptions
                {
                    HttpOnly = true,
                    SameSite = SameSiteMode.Lax,
                    Secure = origin.CookiePolicy == CookieSecurePolicy.Always,
                    Path = "/check-in",
                    MaxAge = s_ticketFor,
                    IsEssential = true,
                }
            );
            return TypedResults.LocalRedirect($"/check-in/{session}");
        }
        catch (ApiException refused) when (refused.Type == SessionProblems.ScanExpired.Urn || refused.Type == SessionProblems.WrongCode.Urn)
        {
            return TypedResults.LocalRedirect($"/check-in/{session}?scan=expired");
        }
        catch (Exception exception) when (exception is ApiException or HttpRequestException or TaskCanceledException)
        {
            return TypedResults.LocalRedirect($"/check-in/{session}");
        }
    }
}
