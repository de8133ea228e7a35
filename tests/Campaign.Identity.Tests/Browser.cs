using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Campaign.Identity.Tests;

/// <summary>A browser that does what it is told, step by step, so that each step can be done wrongly.</summary>
internal sealed partial class Browser(IdentityHost host) : IDisposable
{
    public const string Verifier = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJ";
    private readonly HttpClient _http = new(host.Server.CreateHandler()) { BaseAddress = new Uri(IdentityHost.Origin) };
    private readonly CookieContainer _cookies = new();

    public static string Challenge { get; } = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public static Dictionary<string, string> AuthorizeRequest() =>
        new()
        {
            ["client_id"] = "scenarios",
            ["redirect_uri"] = "http://127.0.0.1/callback",
            ["response_type"] = "code",
            ["scope"] = "openid profile offline_access",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
            ["state"] = "as-sent",
        };

    public static Dictionary<string, string> CodeRequest(string code) =>
        new()
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "scenarios",
            ["client_secret"] = IdentityHost.Secret,
            ["code"] = code,
            ["code_verifier"] = Verifier,
            ["redirect_uri"] = "http://127.0.0.1/callback",
        };

    public Task<Answer> AuthorizeAsync(Dictionary<string, string> request) =>
        GetAsync("/connect/authorize?" + string.Join('&', request.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}")));

    public Task<Answer> GetAsync(string path) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.RelativeOrAbsolute)));

    /// <summary>Fills in the form of the page at <paramref name="path"/> and sends it.</summary>
    public async Task<Answer> SignInAsync(string path, string userName, string password)
    {
        var page = await GetAsync(path);
        return await PostAsync(
            "/account/sign-in",
            new()
            {
                ["__RequestVerificationToken"] = page.Field("__RequestVerificationToken"),
                ["returnUrl"] = page.Field("returnUrl"),
                ["userName"] = userName,
                ["password"] = password,
            }
        );
    }

    public Task<Answer> PostAsync(string path, Dictionary<string, string> form) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new FormUrlEncodedContent(form) });

    /// <summary>The whole way to a code.</summary>
    public async Task<string> CodeAsync()
    {
        var asked = await AuthorizeAsync(AuthorizeRequest());
        var signedIn = await SignInAsync(asked.Location!, "operator", IdentityHost.OperatorPassword);
        return (await GetAsync(signedIn.Location!)).Code!;
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            var uri = new Uri(_http.BaseAddress!, request.RequestUri!);
            request.Headers.TryAddWithoutValidation("Cookie", _cookies.GetCookieHeader(uri));
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            using var response = await _http.SendAsync(request);
            string[] cookies = response.Headers.TryGetValues("Set-Cookie", out var values) ? [.. values] : [];
            foreach (var cookie in cookies)
            {
                _cookies.SetCookies(uri, cookie);
            }

            return new(response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync(), cookies);
        }
    }

    public void Dispose() => _http.Dispose();

    internal sealed record Answer(HttpStatusCode Status, string? Location, string Body, string[] Cookies)
    {
        public string? Code =>
            Location is null ? null
            : CodeParameter().Match(Location) is { Success: true } code ? Uri.UnescapeDataString(code.Groups[1].Value)
            : null;

        public string Field(string name) =>
            Regex.Match(Body, $"name=\"{name}\"(?: value=\"([^\"]*)\")?") is { Success: true } field
                ? WebUtility.HtmlDecode(field.Groups[1].Value)
                : throw new InvalidOperationException($"No field {name} in: {Body}");
    }

    [GeneratedRegex("[?&]code=([^&]+)")]
    private static partial Regex CodeParameter();
}
