namespace Campaign.Api.Identity;

/// <summary>Accounts, integrators and signing keys, through the gateway. For operators.</summary>
public sealed class IdentityClient(HttpClient http) : ApiClient(http, Contracts.Resources.Identity)
{
    /// <param name="under">Only accounts looked after in this subtree.</param>
    /// <param name="search">Beginning of a user name.</param>
    /// <param name="member">Only the account of this member.</param>
    public Task<Page<AccountSummary>> AccountsAsync(
        string? under = null,
        string? search = null,
        Guid? member = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) =>
        GetAsync<Page<AccountSummary>>(
            Query("accounts", ("under", under), ("search", search), ("member", member), ("cursor", cursor), ("limit", limit)),
            ct
        );

    public Task<AccountView> AccountAsync(Guid id, CancellationToken ct = default) => GetAsync<AccountView>($"accounts/{id}", ct);

    /// <summary>
    /// Not repeatable with the same answer: a second time the user name is taken. Passwords leave no stored answer behind.
    /// </summary>
    public Task<AccountView> CreateAccountAsync(CreateAccount account, string? key = null, CancellationToken ct = default) =>
        PostAsync<AccountView>("accounts", account, ct, key);

    /// <summary>Creates what does not exist by user name; repeating it changes nothing.</summary>
    public Task<IReadOnlyList<CreatedAccount>> CreateAccountsAsync(IReadOnlyList<CreateAccount> accounts, CancellationToken ct = default) =>
        PostAsync<IReadOnlyList<CreatedAccount>>("accounts:batch", new CreateAccounts(accounts), ct);

    public Task<AccountView> UpdateAccountAsync(Guid id, long version, UpdateAccount change, CancellationToken ct = default) =>
        PutAsync<AccountView>($"accounts/{id}", version, change, ct);

    public Task<AccountView> DisableAccountAsync(Guid id, CancellationToken ct = default) =>
        PostAsync<AccountView>($"accounts/{id}/disable", null, ct);

    public Task<AccountView> EnableAccountAsync(Guid id, CancellationToken ct = default) =>
        PostAsync<AccountView>($"accounts/{id}/enable", null, ct);

    /// <summary>Also ends a lockout, and every session and refresh token of the account.</summary>
    public Task<AccountView> SetPasswordAsync(Guid id, string password, CancellationToken ct = default) =>
        PostAsync<AccountView>($"accounts/{id}/password", new SetPassword(password), ct);

    public Task<AccountView> GrantAsync(Guid id, GrantPost post, string? key = null, CancellationToken ct = default) =>
        PostAsync<AccountView>($"accounts/{id}/posts", post, ct, key);

    /// <summary>Ends a directly granted post from now on.</summary>
    public Task<AccountView> RevokeAsync(Guid id, Guid post, CancellationToken ct = default) =>
        PostAsync<AccountView>($"accounts/{id}/posts/{post}/revoke", null, ct);

    public Task<Page<IntegratorView>> IntegratorsAsync(string? cursor = null, int? limit = null, CancellationToken ct = default) =>
        GetAsync<Page<IntegratorView>>(Query("integrators", ("cursor", cursor), ("limit", limit)), ct);

    public Task<IntegratorView> IntegratorAsync(string clientId, CancellationToken ct = default) =>
        GetAsync<IntegratorView>($"integrators/{Uri.EscapeDataString(clientId)}", ct);

    /// <summary>Not repeatable with the same answer: the secret is not kept. Renew it when the answer was lost.</summary>
    public Task<IntegratorSecret> CreateIntegratorAsync(CreateIntegrator integrator, CancellationToken ct = default) =>
        PostAsync<IntegratorSecret>("integrators", integrator, ct);

    public Task<IntegratorSecret> RenewSecretAsync(string clientId, CancellationToken ct = default) =>
        PostAsync<IntegratorSecret>($"integrators/{clientId}/secret", null, ct);

    public Task<IntegratorView> DisableIntegratorAsync(string clientId, CancellationToken ct = default) =>
        PostAsync<IntegratorView>($"integrators/{clientId}/disable", null, ct);

    public Task<IntegratorView> EnableIntegratorAsync(string clientId, CancellationToken ct = default) =>
        PostAsync<IntegratorView>($"integrators/{clientId}/enable", null, ct);

    public Task<IntegratorView> GrantToIntegratorAsync(
        string clientId,
        GrantPost post,
        string? key = null,
        CancellationToken ct = default
    ) => PostAsync<IntegratorView>($"integrators/{clientId}/posts", post, ct, key);

    /// <summary>Ends a granted post from now on.</summary>
    public Task<IntegratorView> RevokeFromIntegratorAsync(string clientId, Guid post, CancellationToken ct = default) =>
        PostAsync<IntegratorView>($"integrators/{clientId}/posts/{post}/revoke", null, ct);

    public Task<IReadOnlyList<SigningKeyView>> SigningKeysAsync(CancellationToken ct = default) =>
        GetAsync<IReadOnlyList<SigningKeyView>>("signing-keys", ct);

    /// <summary>Announces a new key, which takes over when every service knows it.</summary>
    public Task<SigningKeyView> RotateSigningKeyAsync(CancellationToken ct = default) =>
        PostAsync<SigningKeyView>("signing-keys", null, ct);
}
