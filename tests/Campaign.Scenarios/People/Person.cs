using System.Net;
using System.Net.Http.Headers;
using Campaign.Api.City;
using Campaign.Api.Directive;
using Campaign.Api.Evaluation;
using Campaign.Api.Identity;
using Campaign.Api.Organization;
using Campaign.Api.Recognition;
using Campaign.Api.Session;
using Campaign.BrowserSignIn;

namespace Campaign.Scenarios.People;

/// <summary>Somebody signed in, with the services as they reach them through the gateway.</summary>
public sealed class Person(HttpClient http)
{
    public IdentityClient Identity { get; } = new(http);
    public OrganizationClient Organization { get; } = new(http);
    public DirectiveClient Directive { get; } = new(http);
    public SessionClient Session { get; } = new(http);
    public EvaluationClient Evaluation { get; } = new(http);
    public RecognitionClient Recognition { get; } = new(http);
    public CityClient City { get; } = new(http);
}

/// <summary>Signs in at the first call and keeps the token fresh: long scenarios outlive it.</summary>
internal sealed class SignedInHandler(SignInClient signIn, string userName, string password, HttpMessageHandler inner)
    : DelegatingHandler(inner)
{
    private static readonly TimeSpan s_early = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _gate = new(1);
    private SignedIn? _token;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _gate.Dispose();
        base.Dispose(disposing);
    }

    private async Task<string> TokenAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_token is null || _token.ExpiresAt - s_early < DateTimeOffset.UtcNow)
            {
                _token = await signIn.SignInAsync(userName, password, ct);
            }

            return _token.AccessToken;
        }
        finally
        {
            _gate.Release();
        }
    }
}

/// <summary>Repeats what failed on the way: a service that restarts is back in seconds, and every POST has its key.</summary>
internal sealed class PatientHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int Tries = 8;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            await request.Content.LoadIntoBufferAsync(cancellationToken);
        }

        for (var tried = 1; ; tried++)
        {
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (
                    tried == Tries
                    || response.StatusCode
                        is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout)
                )
                {
                    return response;
                }

                response.Dispose();
            }
            catch (HttpRequestException) when (tried < Tries)
            {
                // told by the last try
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250 * tried), cancellationToken);
        }
    }
}
