using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Campaign.Portal.App;

/// <summary>Language and theme: each is kept in a cookie and changed by a plain link, so that it works on every page.</summary>
public static class Appearance
{
    public const string ThemeCookie = "theme";

    private static readonly string[] s_languages = ["vi", "en"];

    public static RequestLocalizationOptions Localization =>
        new RequestLocalizationOptions { RequestCultureProviders = [new CookieRequestCultureProvider()] }
            .SetDefaultCulture(s_languages[0])
            .AddSupportedCultures(s_languages)
            .AddSupportedUICultures(s_languages);

    public static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static bool IsDark(HttpContext? http) => http?.Request.Cookies[ThemeCookie] == "dark";

    public static void MapAppearance(this IEndpointRouteBuilder app) => app.MapGet("/appearance", Change).AllowAnonymous();

    public static string Link(string name, string value, string uri) =>
        $"/appearance?{name}={value}&returnUrl={Uri.EscapeDataString(new Uri(uri).PathAndQuery)}";

    private static IResult Change(HttpContext http, string? language, string? theme, string? returnUrl)
    {
        if (s_languages.Contains(language))
        {
            Keep(
                http,
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language!))
            );
        }

        if (theme is "dark" or "light")
        {
            Keep(http, ThemeCookie, theme);
        }

        return Results.LocalRedirect(SignIn.SignInEndpoints.Local(returnUrl));
    }

    private static void Keep(HttpContext http, string name, string value) =>
        http.Response.Cookies.Append(
            name,
            value,
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
                IsEssential = true,
                Path = "/",
            }
        );
}
