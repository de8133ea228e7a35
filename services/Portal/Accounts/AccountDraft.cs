using Campaign.Api.Identity;

namespace Campaign.Portal.Accounts;

/// <summary>What is typed about an account.</summary>
public sealed class AccountDraft
{
    public string? Name { get; set; }

    /// <summary>Code of the unit that looks after it.</summary>
    public string? Unit { get; set; }

    public string? Email { get; set; }

    public Guid? Member { get; set; }

    public bool IsComplete => !string.IsNullOrWhiteSpace(Name) && !string.IsNullOrWhiteSpace(Unit);

    /// <summary>Whether something was typed that the account does not say.</summary>
    public bool Differs(AccountView account) =>
        Of(account) is var of && (of.Name, of.Unit, of.Email, of.Member) != (Name, Unit, Email, Member);

    public static AccountDraft Of(AccountView account) =>
        new()
        {
            Name = account.Name,
            Unit = account.UnitPath.Split('/')[^1],
            Email = account.Email,
            Member = account.MemberId,
        };
}
