using Campaign.Portal.Gateway;

namespace Campaign.Portal.App;

/// <summary>
/// Nothing is loaded from elsewhere and nobody frames us. Styles may be inline: the component library sets sizes and
/// colours that way. Scripts may not, except on the API document's page, whose viewer starts itself inline.
/// </summary>
internal static class SecurityHeaders
{
    private const string Pages =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src "
        + "'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private const string Docs =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src "
        + "'self' data:; connect-src 'self'; "
        + "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            headers.XFrameOptions = "DENY";

            // Identity's pages bring their own, stricter policy
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = path.StartsWithSegments(ApiDocs.Path) ? Docs : Pages;
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
