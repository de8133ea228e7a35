using Campaign.Identity.Accounts;
using Campaign.ServiceDefaults.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Campaign.Identity.SignIn;

/// <summary>
/// On <c>/account</c> a person takes a password that nobody else knows. Sessions elsewhere end with the old one; this one goes on.
/// </summary>
internal sealed class PasswordChange(
    UserManager<Account> accounts,
    SignInManager<Account> signIn,
    Passwords passwords,
    FailedAttempts failures,
    SignInAudit refusals,
    IAudit audit,
    IStringLocalizer<SignInText> text,
    IOptions<SignInLimits> limits
)
{
    public static void Map(RouteGroupBuilder pages) =>
        pages.MapPost("/password", (HttpContext http, [FromForm] PasswordForm form, PasswordChange change) =>
            change.ApplyAsync(http, form)
        );

    private async Task<IResult> ApplyAsync(HttpContext http, PasswordForm form)
    {
        if (await OwnAccount.CurrentAsync(http, signIn) is not { } account)
        {
            return OwnAccount.ToSignIn();
        }

        if (failures.AreTooMany(http))
        {
            return await OwnAccount.PageAsync(
                account,
                accounts,
                text["TooManyAttempts", Math.Ceiling(limits.Value.Window.TotalMinutes)],
                StatusCodes.Status429TooManyRequests
            );
        }

        if (
            form.Current is not { Length: > 0 and <= Passwords.MaxLength }
            || !(await signIn.CheckPasswordSignInAsync(account, form.Current, lockoutOnFailure: true)).Succeeded
        )
        {
            failures.Count(http);
            await refusals.RefusedAsync(account, "wrong-password");
            return await OwnAccount.PageAsync(account, accounts, text["WrongPassword"], StatusCodes.Status400BadRequest);
        }

        if (form.Fresh != form.Again || !await passwords.IsFineAsync(account, form.Fresh))
        {
            return await OwnAccount.PageAsync(
                account,
                accounts,
                text[form.Fresh != form.Again ? "NotTheSame" : "PasswordRule"],
                StatusCodes.Status400BadRequest
            );
        }

        audit.Record("password-changed", nameof(Account), account.Id.ToString());
        await passwords.SetAsync(account, form.Fresh);
        await signIn.RefreshSignInAsync(account);
        return await OwnAccount.PageAsync(account, accounts, text["PasswordChanged"]);
    }
}

/// <summary>The password that holds, and the one that shall hold, twice.</summary>
public sealed class PasswordForm
{
    public string? Current { get; set; }

    public string? Fresh { get; set; }

    public string? Again { get; set; }
}
