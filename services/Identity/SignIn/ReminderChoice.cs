using Campaign.Identity.Accounts;
using Campaign.ServiceDefaults.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Campaign.Identity.SignIn;

/// <summary>
/// On <c>/account</c> a person switches reminders by mail off and on. The address itself is set by an operator, who vouches for it.
/// </summary>
public static class ReminderChoice
{
    internal static void Map(RouteGroupBuilder pages) => pages.MapPost("/reminders", ChooseAsync);

    /// <summary>The address as its owner knows it again and somebody who looks over their shoulder does not learn it.</summary>
    public static string Masked(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return at < 1 ? "…" : $"{email[0]}…{email[at..]}";
    }

    private static async Task<IResult> ChooseAsync(
        HttpContext http,
        [FromForm] ReminderForm form,
        SignInManager<Account> signIn,
        UserManager<Account> accounts,
        IAudit audit
    )
    {
        if (await OwnAccount.CurrentAsync(http, signIn) is not { } account)
        {
            return OwnAccount.ToSignIn();
        }

        if (account.RemindedByMail != form.ByMail)
        {
            account.RemindedByMail = form.ByMail;
            audit.Record(form.ByMail ? "mails-on" : "mails-off", nameof(Account), account.Id.ToString());
            Passwords.ThrowUnless(await accounts.UpdateAsync(account));
        }

        return Results.LocalRedirect(OwnAccount.Path);
    }
}

/// <summary>What the person chose.</summary>
public sealed class ReminderForm
{
    public bool ByMail { get; set; }
}
