using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.Identity.Tests;

/// <summary>Reads tokens as another service does: by the published keys only.</summary>
internal static class Tokens
{
    public static async Task<JsonWebToken> ValidateAsync(IdentityHost host, string token)
    {
        using var http = host.Http();
        var keys = new JsonWebKeySet(await http.GetStringAsync(new Uri("/.well-known/jwks", UriKind.Relative)));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = IdentityHost.Origin + "/",
                ValidAudience = "campaign",
                IssuerSigningKeys = keys.GetSigningKeys(),
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            }
        );
        result.IsValid.ShouldBeTrue(result.Exception?.Message);
        return (JsonWebToken)result.SecurityToken;
    }

    public static string[] Posts(this JsonWebToken token)
    {
        var posts = token.GetPayloadValue<JsonElement>("posts");
        posts.ValueKind.ShouldBe(JsonValueKind.Array);
        return [.. posts.EnumerateArray().Select(post => post.GetString()!)];
    }

    /// <summary>Posts in a token that an account gets by signing in now.</summary>
    public static async Task<string[]> PostsOfAsync(IdentityHost host, string userName, string password) =>
        (await ValidateAsync(host, (await host.SignInAs().SignInAsync(userName, password)).AccessToken)).Posts();

    public static async Task<string> IdTokenAsync(IdentityHost host, Dictionary<string, string> form)
    {
        using var http = host.Http();
        using var content = new FormUrlEncodedContent(form);
        using var response = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), content);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id_token").GetString()!;
    }

    public static async Task<(int Status, string? Error)> RequestAsync(IdentityHost host, Dictionary<string, string> form)
    {
        using var http = host.Http();
        using var content = new FormUrlEncodedContent(form);
        using var response = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), content);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return ((int)response.StatusCode, body.TryGetProperty("error", out var error) ? error.GetString() : null);
    }
}
