namespace Campaign.Api.Identity;

/// <summary>An account as a list shows it.</summary>
/// <param name="UnitPath">The unit that looks after the account.</param>
/// <param name="MemberId">The member whose posts the account has; null for the system's own people.</param>
public sealed record AccountSummary(Guid Id, string UserName, string Name, string UnitPath, Guid? MemberId, bool Disabled);

/// <summary>An account with what an operator granted it directly.</summary>
/// <param name="CurrentPosts">Every post that a token issued now would carry, as <c>role@path</c>, those from Organization
/// included.</param>
public sealed record AccountView(
    Guid Id,
    string UserName,
    string Name,
    string UnitPath,
    Guid? MemberId,
    string? Email,
    bool Disabled,
    DateTimeOffset CreatedAt,
    IReadOnlyList<GrantView> Posts,
    IReadOnlyList<string> CurrentPosts,
    long Version
)
{
    /// <summary>
    /// What the caller may do with it now: <c>update</c>, <c>set-password</c>, <c>grant</c>, <c>revoke</c>, <c>disable</c>, <c>enable</c>.
    /// </summary>
    public IReadOnlyList<string> May { get; init; } = [];
}

/// <summary>A post that an operator granted.</summary>
/// <param name="ValidTo">First day on which it is no longer held; null while no end is known.</param>
public sealed record GrantView(Guid Id, [property: CodeOf("roles")] string Role, string UnitPath, DateOnly ValidFrom, DateOnly? ValidTo);

/// <param name="Role">One of <see cref="Contracts.Roles"/>, except <c>service</c>.</param>
/// <param name="ValidFrom">Today when left out.</param>
/// <param name="ValidTo">First day on which it is no longer held.</param>
public sealed record GrantPost(
    [property: CodeOf("roles")] string Role,
    string UnitPath,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null
);

/// <param name="UserName">3–64 lower-case letters, digits and <c>. - _</c>; unique.</param>
/// <param name="Password">10–128 characters.</param>
/// <param name="UnitPath">The unit that looks after the account; the caller must cover it.</param>
/// <param name="Email">Counts as verified: the operator vouches for it. Links the account with an outside provider's.</param>
public sealed record CreateAccount(
    string UserName,
    string Name,
    string Password,
    string UnitPath,
    Guid? MemberId = null,
    string? Email = null,
    IReadOnlyList<GrantPost>? Posts = null
);

/// <param name="Accounts">1–100 accounts.</param>
public sealed record CreateAccounts(IReadOnlyList<CreateAccount> Accounts);

/// <param name="Created">False when the user name existed: that account was left as it is.</param>
public sealed record CreatedAccount(string UserName, Guid Id, bool Created);

public sealed record UpdateAccount(string Name, string UnitPath, Guid? MemberId, string? Email);

public sealed record SetPassword(string Password);
