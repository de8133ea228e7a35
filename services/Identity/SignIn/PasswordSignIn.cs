using Campaign.Identity.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Identity.SignIn;

public enum SignInOutcome
{
    SignedIn,
    Refused,
    LockedOut,
    TooManyAttempts,
}

/// <summary>Signs a person in by user name and password, and leaves the session cookie.</summary>
public sealed class PasswordSignIn(
    SignInManager<Account> signIn, UserManager<Account> accounts, FailedAttempts failures, SignInAudit audit)
{
    public async Task<SignInOutcome> TryAsync(HttpContext http, string userName, string password)
    {
        if (failures.AreTooMany(http))
        {
            return SignInOutcome.TooManyAttempts;
        }

        var account = await accounts.FindByNameAsync(userName.Trim());
        if (account is not { DisabledAt: null })
        {
            // takes the time of a real check, so that the answer's delay does not tell which names exist
            accounts.PasswordHasher.HashPassword(new Account { Name = "", UnitPath = "" }, password);
            failures.Count(http);
            await audit.RefusedAsync(account, account is null ? "unknown" : "disabled");
            return SignInOutcome.Refused;
        }

        var result = await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            await audit.SucceededAsync(account, "password");
            return SignInOutcome.SignedIn;
        }

        failures.Count(http);
        await audit.RefusedAsync(account, result.IsLockedOut ? "locked-out" : "wrong-password");
        return result.IsLockedOut ? SignInOutcome.LockedOut : SignInOutcome.Refused;
    }
}
