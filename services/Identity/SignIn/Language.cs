using Microsoft.AspNetCore.Localization;

namespace Campaign.Identity.SignIn;

/// <summary>
/// Vietnamese first, English on request; the choice is kept in the standard cookie, which the Portal on the same origin reads too.
/// </summary>
internal static class Language
{
    private static readonly string[] Supported = ["vi", "en"];

    public static RequestLocalizationOptions Options =>
        new RequestLocalizationOptions()
        {
            ApplyCurrentCultureToResponseHeaders = true,
            RequestCultureProviders =
            [
                new QueryStringRequestCultureProvider { QueryStringKey = "lang", UIQueryStringKey = "lang" },
                new CookieRequestCultureProvider(),
            ],
        }
            .SetDefaultCulture(Supported[0])
            .AddSupportedCultures(Supported)
            .AddSupportedUICultures(Supported);

    /// <summary>Keeps the language that the switch on a page asked for.</summary>
    public static void Remember(HttpContext http, string? lang)
    {
        if (Supported.Contains(lang))
        {
            http.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(lang!)),
                new CookieOptions
                {
                    MaxAge = TimeSpan.FromDays(365),
                    SameSite = SameSiteMode.Lax,
                    IsEssential = true,
                    Path = "/",
                }
            );
        }
    }
}
