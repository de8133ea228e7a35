using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.Portal.Tests.Gateway;

/// <summary>What a service behind the gateway was sent.</summary>
public sealed record Received(string Method, string Path, IHeaderDictionary Headers, long Body);

/// <summary>A service and an Identity on a port of loopback: it signs anybody in and remembers what it was sent.</summary>
public sealed class FakeServices : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "fake" };
    private readonly ConcurrentDictionary<string, string?> _nonces = new();

    private FakeServices()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(
                new
                {
                    issuer = Origin + "/",
                    authorization_endpoint = Origin + "/connect/authorize",
                    token_endpoint = Address + "connect/token",
                    end_session_endpoint = Origin + "/connect/sign-out",
                    jwks_uri = Address + "jwks",
                }
            ));
        _app.MapGet("/jwks", () => Results.Text(JsonSerializer.Serialize(new { keys = new[] { PublicKey() } }), "application/json"));
        _app.MapGet("/connect/authorize", Authorize);
        _app.MapPost("/connect/token", (Delegate)TokenAsync);
        _app.MapGet("/may", () => Array.Empty<object>());
        _app.MapFallback(AnswerAsync);
    }

    /// <summary>Of the Portal, as browsers know it.</summary>
    public string Origin { get; set; } = "http://localhost";

    public string[] Posts { get; set; } = ["district-officer@hn/thanh-xuan"];

    /// <summary>Seconds that access tokens live.</summary>
    public int Lifetime { get; set; } = 900;

    public bool RefusesRefresh { get; set; }

    public string Address => _app.Urls.First() + "/";

    public ConcurrentQueue<Received> Received { get; } = new();

    /// <summary>Grants given, in order: <c>authorization_code</c>, <c>refresh_token</c>.</summary>
    public ConcurrentQueue<string> Grants { get; } = new();

    public static async Task<FakeServices> StartAsync()
    {
        var services = new FakeServices();
        await services._app.StartAsync();
        return services;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Authorize(HttpContext http)
    {
        var code = Guid.NewGuid().ToString("N");
        _nonces[code] = http.Request.Query["nonce"];
        return Results.Redirect(
            QueryHelpers.AddQueryString(
                http.Request.Query["redirect_uri"]!,
                new Dictionary<string, string?> { ["code"] = code, ["state"] = http.Request.Query["state"] }
            )
        );
    }

    private async Task<IResult> TokenAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        Grants.Enqueue(form["grant_type"]!);
        if (form["grant_type"] == "refresh_token" && RefusesRefresh)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        return Results.Json(
            new
            {
                access_token = Token("campaign", null),
                id_token = Token("portal", _nonces.GetValueOrDefault(form["code"].ToString())),
                refresh_token = Guid.NewGuid().ToString("N"),
                token_type = "Bearer",
                expires_in = Lifetime,
            }
        );
    }

    private async Task AnswerAsync(HttpContext http)
    {
        long body = 0;
        var buffer = new byte[64 * 1024];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer)) > 0; )
        {
            body += read;
        }

        Received.Enqueue(
            new Received(
                http.Request.Method,
                http.Request.Path + http.Request.QueryString,
                new HeaderDictionary(http.Request.Headers.ToDictionary()),
                body
            )
        );
        await http.Response.WriteAsJsonAsync(new { items = Array.Empty<int>() });
    }

    private string Token(string audience, string? nonce)
    {
        List<Claim> claims =
        [
            new("sub", "someone"),
            new("name", "Test"),
            new("jti", Guid.NewGuid().ToString()),
            .. Posts.Select(post => new Claim("posts", post)),
        ];
        if (nonce is not null)
        {
            claims.Add(new Claim("nonce", nonce));
        }

        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Origin + "/",
                Audience = audience,
                Subject = new ClaimsIdentity(claims),
                Expires = DateTime.UtcNow.AddSeconds(Lifetime),
                SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
            }
        );
    }

    private object PublicKey()
    {
        var parameters = _key.Rsa.ExportParameters(false);
        return new
        {
            kty = "RSA",
            use = "sig",
            alg = "RS256",
            kid = _key.KeyId,
            n = Base64UrlEncoder.Encode(parameters.Modulus),
            e = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }
}
