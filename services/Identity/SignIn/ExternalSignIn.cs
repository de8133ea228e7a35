using System.Security.Claims;
using Campaign.Identity.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Identity.SignIn;

/// <summary>What became of a person who came back from the outside provider.</summary>
public enum ExternalOutcome
{
    SignedIn,
    Linked,

    /// <summary>No account is linked, and none has the e-mail that the provider verified.</summary>
    NotLinked,

    /// <summary>Somebody else's account is linked with this one.</summary>
    Taken,
    Disabled,
}

/// <summary>
/// Signs people in who proved themselves to the outside provider. An account is found by its link, else by an e-mail that
/// both sides have verified; somebody already signed in links their own account.
/// </summary>
public sealed class ExternalSignIn(SignInManager<Account> signIn, UserManager<Account> accounts, SignInAudit audit)
{
    public const string Scheme = "external";

    /// <param name="person">The provider's claims.</param>
    /// <param name="linkTo">The account that asked to be linked; null for a sign-in.</param>
    public async Task<ExternalOutcome> CompleteAsync(ClaimsPrincipal person, Account? linkTo)
    {
        var login = new UserLoginInfo(Scheme, person.FindFirstValue("sub")!, Scheme);
        var linked = await accounts.FindByLoginAsync(login.LoginProvider, login.ProviderKey);
        if (linkTo is not null)
        {
            return linked is null ? await LinkAsync(linkTo, login)
                : linked.Id == linkTo.Id ? ExternalOutcome.Linked
                : ExternalOutcome.Taken;
        }

        var account = linked ?? await ByVerifiedEmailAsync(person);
        if (account is null or { DisabledAt: not null })
        {
            await audit.RefusedAsync(account, account is null ? "not-linked" : "disabled");
            return account is null ? ExternalOutcome.NotLinked : ExternalOutcome.Disabled;
        }

        if (linked is null)
        {
            await LinkAsync(account, login);
        }

        await signIn.SignInAsync(account, isPersistent: false, Scheme);
        await audit.SucceededAsync(account, Scheme);
        return ExternalOutcome.SignedIn;
    }

    private async Task<ExternalOutcome> LinkAsync(Account account, UserLoginInfo login)
    {
        Passwords.ThrowUnless(await accounts.AddLoginAsync(account, login));
        await audit.LinkedAsync(account, Scheme);
        return ExternalOutcome.Linked;
    }

    private async Task<Account?> ByVerifiedEmailAsync(ClaimsPrincipal person)
    {
        var verified = bool.TryParse(person.FindFirstValue("email_verified"), out var said) && said;
        return
            verified
            && person.FindFirstValue("email") is { Length: > 0 } email
            && await accounts.FindByEmailAsync(email) is { EmailConfirmed: true } account
            ? account
            : null;
    }
}
