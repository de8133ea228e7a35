using Campaign.Identity.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Identity.SignIn;

public enum SignInOutcome
{
    SignedIn,
    Refused,
    TooManyAttempts,
}

/// <summary>Signs a person in by user name and password, and leaves the session cookie.</summary>
public sealed class PasswordSignIn(SignInManager<Account> signIn, UserManager<Account> accounts, FailedAttempts failures, SignInAudit audit)
{
    public async Task<SignInOutcome> TryAsync(HttpContext http, string userName, string password)
    {
        if (failures.AreTooMany(http))
        {
            return SignInOutcome.TooManyAttempts;
        }

        var account = await accounts.FindByNameAsync(userName.Trim());
        var locked = account is not null && await accounts.IsLockedOutAsync(account);
        if (account is not { DisabledAt: null } || locked)
        {
            // one answer, and the time of a real check: neither the text nor its delay tells which names exist
            accounts.PasswordHasher.HashPassword(new Account { Name = "", UnitPath = "" }, password);
            failures.Count(http);
            await audit.RefusedAsync(
                account,
                account is null ? "unknown"
                    : locked ? "locked-out"
                    : "disabled"
            );
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
        return SignInOutcome.Refused;
    }
}
