using Campaign.Defaults.Audit;

namespace Campaign.Identity.Keys;

/// <summary>A key of ASP.NET Core data protection: cookies, codes, refresh tokens and signing keys at rest depend on it.</summary>
[NotAudited]
public sealed class DataProtectionKey
{
    public required string Id { get; init; }

    public required string Xml { get; init; }
}
