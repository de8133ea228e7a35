namespace Campaign.Api.Identity;

/// <summary>Another city system's client.</summary>
/// <param name="SecretRenewedAt">Null while the first secret holds.</param>
public sealed record IntegratorView(
    string ClientId,
    string Name,
    string UnitPath,
    bool Disabled,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SecretRenewedAt,
    IReadOnlyList<GrantView> Posts
)
{
    /// <summary>
    /// What the caller may do with it now: <c>renew-secret</c>, <c>grant</c>, <c>revoke</c>, <c>disable</c>, <c>enable</c>.
    /// </summary>
    public IReadOnlyList<string> May { get; init; } = [];
}

/// <param name="ClientId">3–60 lower-case letters, digits and '-'; unique, and no name of a service.</param>
/// <param name="UnitPath">The unit that looks after the client; the caller must cover it and every post's unit.</param>
public sealed record CreateIntegrator(string ClientId, string Name, string UnitPath, IReadOnlyList<GrantPost> Posts);

/// <summary>Shown once; only a hash of the secret is kept.</summary>
public sealed record IntegratorSecret(string ClientId, string Secret);

/// <summary>A key that signs tokens, or did, or will.</summary>
public sealed record SigningKeyView(string Id, DateTimeOffset CreatedAt, DateTimeOffset SignsFrom);
