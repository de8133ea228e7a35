using Campaign.Contracts;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Campaign.Identity.Clients;

/// <summary>
/// The system's own clients: the Portal, each service and the scenarios. Their secrets come from the environment
/// (<c>Clients__{name}__Secret</c>); a client exists exactly as long as its secret is configured.
/// </summary>
public sealed class ConfiguredClients(
    IOpenIddictApplicationManager applications,
    IConfiguration configuration,
    IOptions<IdentitySettings> settings
)
{
    /// <summary>The client by which scenarios and tests sign people in through the same flow as the Portal.</summary>
    public const string Scenarios = "scenarios";

    /// <summary>Where scenarios' codes are sent: read from the redirect, never served.</summary>
    public const string ScenariosRedirect = "http://127.0.0.1/callback";

    /// <summary>Names that integrators' clients cannot take.</summary>
    public static IEnumerable<string> Names => [Resources.Portal, Scenarios, .. Resources.Services];

    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Names)
        {
            var secret = configuration[$"Clients:{name}:Secret"];
            var existing = await applications.FindByClientIdAsync(name, cancellationToken);
            if (string.IsNullOrEmpty(secret))
            {
                if (existing is not null)
                {
                    await applications.DeleteAsync(existing, cancellationToken);
                }
            }
            else if (existing is null)
            {
                await applications.CreateAsync(Describe(name, secret), cancellationToken);
            }
            else
            {
                await UpdateAsync(existing, Describe(name, secret), cancellationToken);
            }
        }
    }

    private async Task UpdateAsync(object existing, OpenIddictApplicationDescriptor wanted, CancellationToken cancellationToken)
    {
        var current = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(current, existing, cancellationToken);
        var same =
            current.RedirectUris.SetEquals(wanted.RedirectUris)
            && current.PostLogoutRedirectUris.SetEquals(wanted.PostLogoutRedirectUris)
            && current.Permissions.SetEquals(wanted.Permissions)
            && await applications.ValidateClientSecretAsync(existing, wanted.ClientSecret!, cancellationToken);
        if (!same)
        {
            await applications.UpdateAsync(existing, wanted, cancellationToken);
        }
    }

    private OpenIddictApplicationDescriptor Describe(string name, string secret) =>
        name switch
        {
            Resources.Portal => ForPeople(
                ClientDescriptions.Service(name, secret),
                new Uri(settings.Value.Issuer, "signin-oidc"),
                new Uri(settings.Value.Issuer, "signout-callback-oidc")
            ),
            Scenarios => ForPeople(ClientDescriptions.Confidential(name, name, secret), new Uri(ScenariosRedirect), null),
            _ => ClientDescriptions.Service(name, secret),
        };

    private static OpenIddictApplicationDescriptor ForPeople(OpenIddictApplicationDescriptor client, Uri redirect, Uri? afterSignOut)
    {
        client.RedirectUris.Add(redirect);
        if (afterSignOut is not null)
        {
            client.PostLogoutRedirectUris.Add(afterSignOut);
        }

        client.Permissions.UnionWith([
            Permissions.Endpoints.Authorization,
            Permissions.Endpoints.Token,
            Permissions.Endpoints.EndSession,
            Permissions.GrantTypes.AuthorizationCode,
            Permissions.GrantTypes.RefreshToken,
            Permissions.ResponseTypes.Code,
            Permissions.Scopes.Profile,
        ]);
        client.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        return client;
    }
}
