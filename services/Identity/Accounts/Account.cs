using Campaign.ServiceDefaults.Audit;
using Microsoft.AspNetCore.Identity;

namespace Campaign.Identity.Accounts;

/// <summary>Somebody who can sign in. Password, lockout and security stamp are ASP.NET Core Identity's.</summary>
[NotAudited] // recorded by what is done to it: the password's hash does not belong in the audit log
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Shown in the application and carried in the token's <c>name</c> claim.</summary>
    public required string Name { get; set; }

    /// <summary>The unit that looks after the account: only operators of this subtree may change it.</summary>
    public required string UnitPath { get; set; }

    /// <summary>The member whose posts the account has; null for accounts of the system's own people.</summary>
    public Guid? MemberId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Set while the account may not sign in nor refresh its tokens.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Counts the changes that operators make; sign-ins do not count.</summary>
    public long Version { get; set; } = 1;
}
