using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Identity.Accounts;

/// <summary>Sets passwords; the old ones, their sessions and refresh tokens end with it.</summary>
public sealed class Passwords(UserManager<Account> accounts)
{
    public const int MaxLength = 128;

    /// <exception cref="Problem"><c>invalid-request</c>: not a password that is accepted.</exception>
    public async Task SetAsync(Account account, string? password)
    {
        Problem.Unless(password is { Length: > 0 and <= MaxLength }, $"'password' must have at most {MaxLength} characters.");
        ThrowUnless(await ValidateAsync(account, password));
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password!);
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        account.Version++;
        ThrowUnless(await accounts.UpdateSecurityStampAsync(account)); // saves the account too
    }

    /// <summary>Whether it may become the account's password.</summary>
    public async Task<bool> IsFineAsync(Account account, string? password) =>
        password is { Length: > 0 and <= MaxLength } && (await ValidateAsync(account, password)).Succeeded;

    /// <summary>Turns what ASP.NET Core Identity refused into a problem.</summary>
    public static void ThrowUnless(IdentityResult result)
    {
        if (result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)))
        {
            throw new Problem("version-changed", 412, "Somebody else changed this in the meantime. Read it again and repeat your change.");
        }

        Problem.Unless(result.Succeeded, string.Join(' ', result.Errors.Select(error => error.Description)));
    }

    private async Task<IdentityResult> ValidateAsync(Account account, string? password)
    {
        foreach (var validator in accounts.PasswordValidators)
        {
            if (await validator.ValidateAsync(accounts, account, password) is { Succeeded: false } refused)
            {
                return refused;
            }
        }

        return IdentityResult.Success;
    }
}
