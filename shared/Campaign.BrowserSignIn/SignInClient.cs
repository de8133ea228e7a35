using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Campaign.Api;

namespace Campaign.BrowserSignIn;

/// <summary>What a person or a program signed in with.</summary>
/// <param name="RefreshToken">Null for a client that signed in for itself.</param>
public sealed record SignedIn(string AccessToken, string? RefreshToken, DateTimeOffset ExpiresAt);

/// <summary>
/// Signs people in as a browser does: authorization code flow with PKCE through the sign-in page. For the app host, scenarios and
/// tests alone, hence not in the clients' package; the client <c>scenarios</c> exists only where its secret is configured.
/// </summary>
/// <param name="origin">The public origin, e.g. <c>http://127.0.0.1:8080</c>.</param>
/// <param name="clientSecret">The secret of the client.</param>
/// <param name="clientId">Another client than <c>scenarios</c>, with its own <paramref name="redirectUri"/>.</param>
/// <param name="handler">Carries the requests; must keep neither cookies nor follow redirects. Null: a fresh one for each sign-in.</param>
public sealed partial class SignInClient(
    Uri origin,
    string clientSecret,
    string clientId = SignInClient.ScenariosClient,
    string redirectUri = SignInClient.ScenariosRedirect,
    Func<HttpMessageHandler>? handler = null
)
{
    public const string ScenariosClient = "scenarios";
    public const string ScenariosRedirect = "http://127.0.0.1/callback";

    /// <summary>Signs a person in.</summary>
    /// <exception cref="ApiException">The user name or password was refused, the account is locked, or the client is not known.</exception>
    public async Task<SignedIn> SignInAsync(string userName, string password, CancellationToken ct = default)
    {
        var verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        using var http = Client();
        var code = await BrowseAsync(http, AuthorizeUri(verifier), userName, password, ct);
        return await TokenAsync(
            http,
            new()
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["code_verifier"] = verifier,
                ["redirect_uri"] = redirectUri,
            },
            ct
        );
    }

    /// <summary>New tokens for a refresh token, which is used up by it.</summary>
    public async Task<SignedIn> RefreshAsync(string refreshToken, CancellationToken ct = default)
    {
        using var http = Client();
        return await TokenAsync(http, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refreshToken }, ct);
    }

    /// <summary>A token for the client itself: a service or an integrator.</summary>
    public async Task<SignedIn> AsClientAsync(CancellationToken ct = default)
    {
        using var http = Client();
        return await TokenAsync(http, new() { ["grant_type"] = "client_credentials" }, ct);
    }

    private HttpClient Client() =>
        new(handler?.Invoke() ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = origin,
            Timeout = TimeSpan.FromSeconds(30),
        };

    private string AuthorizeUri(string verifier) =>
        "/connect/authorize?"
        + string.Join(
            '&',
            new Dictionary<string, string>
            {
                ["client_id"] = clientId,
                ["redirect_uri"] = redirectUri,
                ["response_type"] = "code",
                ["scope"] = "openid profile offline_access",
                ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
                ["code_challenge_method"] = "S256",
            }.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}")
        );

    private static async Task<string> BrowseAsync(HttpClient http, string authorize, string userName, string password, CancellationToken ct)
    {
        var cookies = new CookieContainer();
        using var asked = await SendAsync(http, cookies, HttpMethod.Get, authorize, null, ct);
        var signInPage = Redirect(asked) ?? throw await RefusedAsync(asked, ct);
        using var page = await SendAsync(http, cookies, HttpMethod.Get, signInPage, null, ct);
        var html = await page.Content.ReadAsStringAsync(ct);
        using var answer = await SendAsync(
            http,
            cookies,
            HttpMethod.Post,
            "/account/sign-in",
            new()
            {
                ["__RequestVerificationToken"] = Field(html, "__RequestVerificationToken"),
                ["returnUrl"] = Field(html, "returnUrl"),
                ["userName"] = userName,
                ["password"] = password,
            },
            ct
        );
        var next = Redirect(answer) ?? throw await RefusedAsync(answer, ct);
        using var granted = await SendAsync(http, cookies, HttpMethod.Get, next, null, ct);
        var callback = Redirect(granted) ?? throw await RefusedAsync(granted, ct);
        return CodeParameter().Match(callback) is { Success: true } code
            ? Uri.UnescapeDataString(code.Groups[1].Value)
            : throw new ApiException(HttpStatusCode.Unauthorized, "urn:campaign:problem:sign-in-refused", $"No code came back: {callback}");
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient http,
        CookieContainer cookies,
        HttpMethod method,
        string path,
        Dictionary<string, string>? form,
        CancellationToken ct
    )
    {
        var uri = new Uri(http.BaseAddress!, path);
        using var request = new HttpRequestMessage(method, uri) { Content = form is null ? null : new FormUrlEncodedContent(form) };
        if (cookies.GetCookieHeader(uri) is { Length: > 0 } header)
        {
            request.Headers.Add("Cookie", header);
        }

        var response = await http.SendAsync(request, ct);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var values) ? values : [])
        {
            cookies.SetCookies(uri, cookie);
        }

        return response;
    }

    private async Task<SignedIn> TokenAsync(HttpClient http, Dictionary<string, string> form, CancellationToken ct)
    {
        form["client_id"] = clientId;
        form["client_secret"] = clientSecret;
        using var content = new FormUrlEncodedContent(form);
        using var response = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), content, ct);
        if (!response.IsSuccessStatusCode)
        {
            throw await RefusedAsync(response, ct);
        }

        var token = (await response.Content.ReadFromJsonAsync<TokenAnswer>(ct))!;
        return new(token.AccessToken, token.RefreshToken, TimeProvider.System.GetUtcNow().AddSeconds(token.ExpiresIn));
    }

    private static string? Redirect(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther ? response.Headers.Location?.OriginalString : null;

    private static string Field(string html, string name) =>
        Regex.Match(html, $"name=\"{name}\" value=\"([^\"]*)\"") is { Success: true } field
            ? WebUtility.HtmlDecode(field.Groups[1].Value)
            : throw new ApiException(
                HttpStatusCode.BadGateway,
                "urn:campaign:problem:sign-in-page",
                $"The sign-in page has no field '{name}'."
            );

    private static async Task<ApiException> RefusedAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var body = await response.Content.ReadAsStringAsync(ct);
        var alert = AlertText().Match(body) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : body;
        return new(response.StatusCode, "urn:campaign:problem:sign-in-refused", alert);
    }

    [GeneratedRegex("[?&]code=([^&]+)")]
    private static partial Regex CodeParameter();

    [GeneratedRegex("role=\"alert\"[^>]*>([^<]*)<")]
    private static partial Regex AlertText();

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("refresh_token")] string? RefreshToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn
    );
}
