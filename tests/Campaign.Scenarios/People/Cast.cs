using System.Collections.Concurrent;
using Campaign.BrowserSignIn;
using Campaign.Scenarios.Plans;

namespace Campaign.Scenarios.People;

/// <summary>Who plays: an account, what it may do and where.</summary>
/// <param name="Role">One of <see cref="Contracts.Roles"/>.</param>
/// <param name="Holder">The member behind the account: then the post comes from Organization and not from a grant.</param>
public sealed record Part(string UserName, string Name, string Role, string UnitPath, MemberPlan? Holder = null);

/// <summary>Everybody who takes part, signed in when they first act.</summary>
public sealed class Cast(ScenarioSettings settings) : IDisposable
{
    public const string OperatorName = "operator";

    private readonly SocketsHttpHandler _wire = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
    private readonly ConcurrentDictionary<string, Lazy<HttpClient>> _clients = [];
    private readonly SignInClient _signIn = new(settings.Portal, settings.ClientSecret);

    public string DemoPassword => settings.DemoPassword;

    public Person Operator => As(OperatorName, settings.OperatorPassword);

    public Person As(Part part) => As(part.UserName, settings.DemoPassword);

    public void Dispose()
    {
        foreach (var client in _clients.Values.Where(client => client.IsValueCreated))
        {
            client.Value.Dispose();
        }

        _wire.Dispose();
    }

    private Person As(string userName, string password) =>
        new(
            _clients
                .GetOrAdd(userName, name => new Lazy<HttpClient>(() =>
                    // the wire is shared: a client's disposal must not close it for the others
                    new HttpClient(new SignedInHandler(_signIn, name, password, new PatientHandler(_wire)), disposeHandler: false)
                    {
                        BaseAddress = new Uri(settings.Portal, "/"),
                        Timeout = TimeSpan.FromMinutes(3),
                    }
                ))
                .Value
        );
}
