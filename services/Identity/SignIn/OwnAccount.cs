using Campaign.Identity.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Identity.SignIn;

/// <summary><c>/account</c>: the page on which people look after their own account.</summary>
internal static class OwnAccount
{
    public const string Path = "/account";

    public static void Map(RouteGroupBuilder pages) => pages.MapGet("", ShowAsync);

    /// <summary>Who is signed in here, or null.</summary>
    public static async Task<Account?> CurrentAsync(HttpContext http, SignInManager<Account> signIn)
    {
        var session = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return session.Succeeded && await signIn.ValidateSecurityStampAsync(session.Principal) is { DisabledAt: null } account
            ? account
            : null;
    }

    /// <summary>The address as its owner knows it again and somebody who looks over their shoulder does not learn it.</summary>
    public static string Masked(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at < 1 ? "…" : $"{email[0]}…{email[at..]}";
    }

    public static IResult ToSignIn() => Results.LocalRedirect("/account/sign-in?returnUrl=%2Faccount");

    /// <param name="said">What became of what the person did.</param>
    public static async Task<RazorComponentResult<AccountPage>> PageAsync(
        Account account,
        UserManager<Account> accounts,
        string? said = null,
        int status = StatusCodes.Status200OK
    )
    {
        var linked = (await accounts.GetLoginsAsync(account)).Count > 0;
        return new(
            new
            {
                account.Name,
                Linked = linked,
                account.Email,
                Said = said,
                Refused = status != StatusCodes.Status200OK,
            }
        )
        {
            StatusCode = status,
        };
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http,
        string? lang,
        SignInManager<Account> signIn,
        UserManager<Account> accounts
    )
    {
        Language.Remember(http, lang);
        return await CurrentAsync(http, signIn) is { } account ? await PageAsync(account, accounts) : ToSignIn();
    }
}
