using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Campaign.Api.Tokens;

/// <summary>A program's own access token (client credentials, RFC 6749 section 4.4), kept until shortly before it expires.</summary>
/// <param name="identity">Makes a client whose base address is the system's public origin; it is disposed of after each use.</param>
/// <param name="id">As the operator registered the program.</param>
/// <param name="secret">As it was shown once.</param>
public sealed class ClientCredentials(Func<HttpClient> identity, string id, string secret, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private string? _token;
    private DateTimeOffset _renewAt;

    /// <exception cref="HttpRequestException">Identity does not answer or refuses the client.</exception>
    public async Task<string> GetTokenAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_token is null || time.GetUtcNow() >= _renewAt)
            {
                var answer = await AskAsync(ct);
                _token = answer.AccessToken;
                _renewAt = time.GetUtcNow().AddSeconds(answer.ExpiresIn * 0.8);
            }

            return _token;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<TokenAnswer> AskAsync(CancellationToken ct)
    {
        using var http = identity();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = id,
                ["client_secret"] = secret,
            }
        );
        using var response = await http.PostAsync(new Uri("connect/token", UriKind.Relative), form, ct);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<TokenAnswer>(ct))!;
    }

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn
    );
}

/// <summary>Sends the program's token with each call.</summary>
public sealed class ClientCredentialsHandler(ClientCredentials credentials) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await credentials.GetTokenAsync(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
