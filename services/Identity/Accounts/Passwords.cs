using Campaign.Api.Identity;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Identity.Accounts;

/// <summary>Sets passwords; the old ones, their sessions and refresh tokens end with it.</summary>
public sealed class Passwords(UserManager<Account> accounts)
{
    public const int MinLength = 10;
    public const int MaxLength = 128;
    public const int DifferentCharacters = 4;

    /// <exception cref="Problem"><c>invalid-request</c>: not a password that is accepted.</exception>
    public async Task SetAsync(Account account, string? password)
    {
        Problem.Unless(password is { Length: > 0 and <= MaxLength }, "password", FieldCodes.Length, Lengths(password));
        ThrowUnless(await ValidateAsync(account, password), password);
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
    /// <param name="password">That was given, if one was.</param>
    /// <param name="within">Path of the account in the request, with its dot; empty: the request itself.</param>
    /// <exception cref="Problem"><c>invalid-request</c>, <c>user-name-taken</c>, <c>version-changed</c>.</exception>
    public static void ThrowUnless(IdentityResult result, string? password = null, string within = "")
    {
        if (!result.Succeeded)
        {
            throw Problem.Invalid([.. result.Errors.Select(error => Wrong(error, password, within))]);
        }
    }

    private static FieldError Wrong(IdentityError error, string? password, string within) =>
        error.Code switch
        {
            nameof(IdentityErrorDescriber.ConcurrencyFailure) => throw new Problem(SharedProblems.VersionChanged),
            nameof(IdentityErrorDescriber.DuplicateUserName) => throw new Problem(IdentityProblems.UserNameTaken),
            nameof(IdentityErrorDescriber.InvalidUserName) => Problem.Error($"{within}userName", IdentityProblems.UserName),
            nameof(IdentityErrorDescriber.PasswordTooShort) => Problem.Error($"{within}password", FieldCodes.Length, Lengths(password)),
            nameof(IdentityErrorDescriber.PasswordRequiresUniqueChars) => Problem.Error(
                $"{within}password",
                IdentityProblems.FewDifferentCharacters,
                ("min", DifferentCharacters)
            ),
            _ => throw new InvalidOperationException($"An account was refused for a reason not known here: {error.Code}."),
        };

    private static (string Name, object? Value)[] Lengths(string? password) =>
        [("min", MinLength), ("max", MaxLength), ("length", password?.Length ?? 0)];

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
