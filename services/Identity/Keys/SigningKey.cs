using Campaign.ServiceDefaults.Audit;

namespace Campaign.Identity.Keys;

/// <summary>A key that signs tokens. It is made by the service, shared by all replicas, and stored only protected.</summary>
[NotAudited]
public sealed class SigningKey
{
    /// <summary>The <c>kid</c> of tokens signed with it.</summary>
    public required string Id { get; init; }

    /// <summary>The private key (PKCS#8), protected by ASP.NET Core data protection.</summary>
    public required byte[] ProtectedKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Signs from this moment; it is published before, so that services know it by then.</summary>
    public required DateTimeOffset SignsFrom { get; init; }
}
