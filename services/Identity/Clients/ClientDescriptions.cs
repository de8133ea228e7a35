using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Campaign.Identity.Clients;

internal static class ClientDescriptions
{
    /// <summary>A client with a secret and no permission yet.</summary>
    public static OpenIddictApplicationDescriptor Confidential(string clientId, string name, string secret) =>
        new()
        {
            ClientId = clientId,
            ClientSecret = secret,
            ClientType = ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            DisplayName = name,
        };

    /// <summary>A client that gets tokens for itself by client credentials.</summary>
    public static OpenIddictApplicationDescriptor Service(string clientId, string secret, string? name = null)
    {
        var client = Confidential(clientId, name ?? clientId, secret);
        client.Permissions.UnionWith([Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials]);
        return client;
    }
}
