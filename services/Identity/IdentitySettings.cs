using System.ComponentModel.DataAnnotations;

namespace Campaign.Identity;

/// <summary>Section <c>Identity</c> of the configuration.</summary>
public sealed class IdentitySettings
{
    /// <summary>Where people reach the Portal, e.g. <c>https://campaign.example</c>: issuer, redirects and cookies follow it.</summary>
    [Required]
    public required Uri PublicOrigin { get; set; }

    /// <summary>Path of the root unit: the bootstrap operator and the services hold their posts there.</summary>
    public string RootUnit { get; set; } = "hn";

    /// <summary>Networks of the gateway (CIDR) besides loopback: their X-Forwarded-* headers are believed.</summary>
    public IReadOnlyList<string> TrustedNetworks { get; set; } = [];

    public ExternalProvider External { get; set; } = new();

    public KeySchedule Keys { get; set; } = new();

    /// <summary>The issuer of every token: the public origin with a closing slash.</summary>
    public Uri Issuer => new(PublicOrigin.GetLeftPart(UriPartial.Authority) + "/");
}

/// <summary>An outside OpenID Connect provider; the sign-in page offers it once its client id is set.</summary>
public sealed class ExternalProvider
{
    public string? Authority { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>What the button says, e.g. the provider's name.</summary>
    public string Name { get; set; } = "OpenID Connect";

    public bool IsConfigured => !string.IsNullOrEmpty(ClientId) && !string.IsNullOrEmpty(Authority);
}

/// <summary>When signing keys change.</summary>
public sealed class KeySchedule
{
    /// <summary>How long a key signs before the next one takes over.</summary>
    public TimeSpan Signs { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long a new key is published before it signs: longer than services take to refresh what they know.</summary>
    public TimeSpan Announced { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a key stays published after another one took over: sign-out still shows its id tokens.</summary>
    public TimeSpan Kept { get; set; } = TimeSpan.FromDays(30);
}
