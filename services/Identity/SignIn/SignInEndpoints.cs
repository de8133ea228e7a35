using Campaign.Hosting.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Campaign.Identity.SignIn;

/// <summary><c>/account/sign-in</c>: the page where people type their user name and password.</summary>
internal static class SignInEndpoints
{
    public static RouteGroupBuilder MapSignIn(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/account").AllowPublic().ExcludeFromDescription();
        group.AddEndpointFilter(PageHeaders.AddAsync);
        group.MapGet("/sign-in", Show);
        group.MapPost("/sign-in", SignInAsync);
        SignOutEndpoints.Map(group, routes);
        ExternalEndpoints.Map(group);
        OwnAccount.Map(group);
        PasswordChange.Map(group);
        return group;
    }

    private static RazorComponentResult<SignInPage> Show(HttpContext http, string? returnUrl, string? lang)
    {
        Language.Remember(http, lang);
        return Page(Local(returnUrl), null, null, StatusCodes.Status200OK);
    }

    private static async Task<IResult> SignInAsync(
        HttpContext http,
        [FromForm] SignInForm form,
        PasswordSignIn signIn,
        IStringLocalizer<SignInText> text,
        IOptions<SignInLimits> limits
    )
    {
        var returnUrl = Local(form.ReturnUrl);
        var outcome =
            form.UserName is { Length: > 0 and <= 64 } && form.Password is { Length: > 0 and <= 128 }
                ? await signIn.TryAsync(http, form.UserName, form.Password)
                : SignInOutcome.Refused;
        return outcome switch
        {
            SignInOutcome.SignedIn => Results.LocalRedirect(returnUrl ?? "/"),
            SignInOutcome.TooManyAttempts => Page(
                returnUrl,
                form.UserName,
                text["TooManyAttempts", Minutes(limits.Value.Window)],
                StatusCodes.Status429TooManyRequests
            ),
            _ => Page(
                returnUrl,
                form.UserName,
                text["Refused", limits.Value.FailuresPerAccount, Minutes(limits.Value.Lockout)],
                StatusCodes.Status401Unauthorized
            ),
        };
    }

    internal static RazorComponentResult<SignInPage> Page(string? returnUrl, string? userName, string? error, int status) =>
        new(
            new
            {
                ReturnUrl = returnUrl,
                UserName = userName,
                Error = error,
            }
        )
        {
            StatusCode = status,
        };

    /// <summary>A path of this origin, or null: a link with a foreign return address must not lead people away.</summary>
    internal static string? Local(string? url) => url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : null;

    private static double Minutes(TimeSpan span) => Math.Ceiling(span.TotalMinutes);
}

/// <summary>The fields of the sign-in form.</summary>
public sealed class SignInForm
{
    public string? UserName { get; set; }

    public string? Password { get; set; }

    public string? ReturnUrl { get; set; }
}
