using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Campaign.Identity.Keys;

/// <summary>
/// The signing keys as this replica knows them. OpenIddict reads them as options; when they change, its options are made
/// anew, so that a key made by another replica is published here too.
/// </summary>
public sealed class SigningKeyRing : IConfigureOptions<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictServerOptions>, IDisposable
{
    private CancellationTokenSource _changed = new();

    /// <summary>Every published key, the one that signs first; empty until the database was read.</summary>
    public IReadOnlyList<SigningCredentials> Credentials { get; private set; } = [];

    string IOptionsChangeTokenSource<OpenIddictServerOptions>.Name => Options.DefaultName;

    public void Replace(IReadOnlyList<SigningCredentials> credentials)
    {
        if (credentials.Select(c => c.Kid).SequenceEqual(Credentials.Select(c => c.Kid)))
        {
            return;
        }

        Credentials = credentials;
        using var previous = Interlocked.Exchange(ref _changed, new CancellationTokenSource());
        previous.Cancel();
    }

    void IConfigureOptions<OpenIddictServerOptions>.Configure(OpenIddictServerOptions options)
    {
        if (Credentials.Count == 0)
        {
            throw new InvalidOperationException("Signing keys are not read yet: the database has not been reached since the start.");
        }

        options.SigningCredentials.AddRange(Credentials);
    }

    IChangeToken IOptionsChangeTokenSource<OpenIddictServerOptions>.GetChangeToken() => new CancellationChangeToken(_changed.Token);

    public void Dispose() => _changed.Dispose();
}
