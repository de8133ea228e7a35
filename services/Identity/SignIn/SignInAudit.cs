using Campaign.Identity.Accounts;
using Campaign.ServiceDefaults.Audit;

namespace Campaign.Identity.SignIn;

/// <summary>
/// Records every attempt to sign in, with the address it came from. Names that no account has are not kept: people type
/// passwords there.
/// </summary>
public sealed class SignInAudit(IdentityDb db, IAudit audit)
{
    public Task SucceededAsync(Account account, string means) => RecordAsync("signed-in", account, new { means });

    public Task RefusedAsync(Account? account, string reason) => RecordAsync("sign-in-refused", account, new { reason });

    public Task SignedOutAsync(Account account) => RecordAsync("signed-out", account, new { });

    public Task LinkedAsync(Account account, string means) => RecordAsync("linked", account, new { means });

    private async Task RecordAsync(string action, Account? account, object details)
    {
        audit.Record(action, nameof(Account), account?.Id.ToString() ?? "unknown", details);
        await db.SaveChangesAsync();
    }
}
