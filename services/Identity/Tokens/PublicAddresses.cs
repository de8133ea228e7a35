using Microsoft.Extensions.Options;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Campaign.Identity.Tokens;

/// <summary>
/// Services read the discovery document under an inner address. What a service calls (keys, tokens) stays on that address;
/// where a browser is sent (sign-in, sign-out) must be the public one, whoever asked.
/// </summary>
internal sealed class PublicAddresses(IOptions<IdentitySettings> settings) : IOpenIddictServerHandler<HandleConfigurationRequestContext>
{
    public ValueTask HandleAsync(HandleConfigurationRequestContext context)
    {
        context.AuthorizationEndpoint = new Uri(settings.Value.Issuer, TokenSetup.AuthorizePath);
        context.EndSessionEndpoint = new Uri(settings.Value.Issuer, TokenSetup.SignOutPath);
        return ValueTask.CompletedTask;
    }
}
