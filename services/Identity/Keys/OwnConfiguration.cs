using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Campaign.Identity.Keys;

/// <summary>What other services read from the discovery document, straight from the key ring.</summary>
internal sealed class OwnConfiguration(SigningKeyRing ring, IOptions<IdentitySettings> settings)
    : IConfigurationManager<OpenIdConnectConfiguration>
{
    public Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = settings.Value.Issuer.ToString() };
        foreach (var credentials in ring.Credentials)
        {
            configuration.SigningKeys.Add(credentials.Key);
        }

        return Task.FromResult(configuration);
    }

    public void RequestRefresh()
    {
        // the ring is refreshed on its own
    }
}
