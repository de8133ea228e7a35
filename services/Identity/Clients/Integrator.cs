namespace Campaign.Identity.Clients;

/// <summary>Another city system that calls the API with its own client id and secret, and with posts granted to it.</summary>
public sealed class Integrator
{
    public required string ClientId { get; init; }

    public required string Name { get; set; }

    /// <summary>The unit that looks after the client: only operators of this subtree may change it.</summary>
    public required string UnitPath { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SecretRenewedAt { get; set; }

    public DateTimeOffset? DisabledAt { get; set; }
}
