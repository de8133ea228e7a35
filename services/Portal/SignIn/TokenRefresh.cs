using System.Net;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Campaign.Portal.SignIn;

/// <summary>What Identity answers to a refresh token.</summary>
/// <param name="ExpiresIn">Seconds.</param>
public sealed record RefreshedTokens(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("refresh_token")] string? RefreshToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn
);

/// <summary>Exchanges a refresh token at Identity.</summary>
public sealed class TokenRefresh(IOptionsMonitor<OpenIdConnectOptions> options)
{
    /// <summary>Null when Identity refuses the token: it is used up, expired, or the account was disabled.</summary>
    /// <exception cref="HttpRequestException">Identity does not answer.</exception>
    public async Task<RefreshedTokens?> RefreshAsync(string? refreshToken, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(refreshToken))
        {
            return null;
        }

        var client = options.Get(OpenIdConnectDefaults.AuthenticationScheme);
        var metadata = await MetadataAsync(client, ct);
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "refresh_token",
                ["refresh_token"] = refreshToken,
                ["client_id"] = client.ClientId!,
                ["client_secret"] = client.ClientSecret ?? "",
            }
        );
        using var response = await client.Backchannel.PostAsync(new Uri(metadata.TokenEndpoint), form, ct);
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<RefreshedTokens>(ct);
    }

    private static async Task<OpenIdConnectConfiguration> MetadataAsync(OpenIdConnectOptions client, CancellationToken ct)
    {
        try
        {
            return await client.ConfigurationManager!.GetConfigurationAsync(ct);
        }
        catch (InvalidOperationException exception)
        {
            throw new HttpRequestException("Identity's metadata cannot be read.", exception);
        }
    }
}
