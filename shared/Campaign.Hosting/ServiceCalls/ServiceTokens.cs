using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Campaign.Hosting.ServiceCalls;

/// <summary>The service's own access token (client credentials), kept until shortly before it expires.</summary>
internal sealed class ServiceTokens(IHttpClientFactory clients, TimeProvider time, string service, string? secret) : IDisposable
{
    public const string Client = "identity-tokens";

    private readonly SemaphoreSlim _gate = new(1);
    private string? _token;
    private DateTimeOffset _renewAt;

    /// <exception cref="HttpRequestException">Identity does not answer or refuses the client.</exception>
    public async Task<string> GetAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_token is null || time.GetUtcNow() >= _renewAt)
            {
                using var http = clients.CreateClient(Client);
                using var response = await http.PostAsync(
                    new Uri("connect/token", UriKind.Relative),
                    new FormUrlEncodedContent(
                        new Dictionary<string, string>
                        {
                            ["grant_type"] = "client_credentials",
                            ["client_id"] = service,
                            ["client_secret"] = secret
                                ?? throw new InvalidOperationException("Client:Secret is not configured for this service."),
                        }
                    ),
                    ct
                );
                response.EnsureSuccessStatusCode();
                var answer = (await response.Content.ReadFromJsonAsync<TokenAnswer>(ct))!;
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

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn
    );
}

/// <summary>Sends the service's token with each call.</summary>
internal sealed class ServiceTokenHandler(ServiceTokens tokens) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
