using System.Net.Http.Headers;
using Campaign.Api.City;
using Campaign.Api.Directive;
using Campaign.Api.Identity;
using Campaign.Api.Organization;
using Campaign.Api.Session;
using Campaign.BrowserSignIn;

namespace Campaign.Faults.Tests;

/// <summary>Somebody signed in who does not wait patiently: what fails is told, and the <see cref="Load"/> repeats it.</summary>
public sealed class Clerk : IDisposable
{
    private readonly SignedInHandler _signedIn;

    public Clerk(Uri origin, string clientSecret, string userName, string password)
    {
        _signedIn = new SignedInHandler(new SignInClient(origin, clientSecret), userName, password);
        Http = new HttpClient(_signedIn) { BaseAddress = origin, Timeout = TimeSpan.FromSeconds(60) };
        Identity = new(Http);
        Organization = new(Http);
        Directive = new(Http);
        Session = new(Http);
        City = new(Http);
    }

    /// <summary>For a service's own address, e.g. its operations.</summary>
    public HttpClient Http { get; }

    public IdentityClient Identity { get; }

    public OrganizationClient Organization { get; }

    public DirectiveClient Directive { get; }

    public SessionClient Session { get; }

    public CityClient City { get; }

    /// <summary>Signs in anew now, so that the token outlives a script that takes Identity away.</summary>
    public Task RefreshAsync() => _signedIn.SignInAsync(CancellationToken.None);

    public void Dispose() => Http.Dispose();

    private sealed class SignedInHandler(SignInClient signIn, string userName, string password)
        : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        private const int Tries = 5;
        private SignedIn? _token;

        public async Task SignInAsync(CancellationToken ct)
        {
            for (var tried = 1; ; tried++)
            {
                try
                {
                    _token = await signIn.SignInAsync(userName, password, ct);
                    return;
                }
                catch (Exception failure) when (tried < Tries && Load.IsPassing(failure) && !ct.IsCancellationRequested)
                {
                    await Task.Delay(500, ct);
                }
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_token is null || _token.ExpiresAt < DateTimeOffset.UtcNow)
            {
                await SignInAsync(cancellationToken);
            }

            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token!.AccessToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
