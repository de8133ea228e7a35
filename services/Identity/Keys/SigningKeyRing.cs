using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Campaign.Identity.Keys;

/// <summary>
/// The signing keys as this replica knows them. OpenIddict reads them as options; when they change, its options are made
/// anew, so that a key made by another replica is published here too.
/// </summary>
public sealed class SigningKeyRing
    : IConfigureOptions<OpenIddictServerOptions>,
        IOptionsChangeTokenSource<OpenIddictServerOptions>,
        IDisposable
{
    private CancellationTokenSource _changed = new();

    /// <summary>Every published key, the one that signs first; empty until the database was read.</summary>
    public IReadOnlyList<SigningCredentials> Credentials { get; private set; } = [];

    public bool IsReady => Credentials.Count > 0;

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

    void IConfigureOptions<OpenIddictServerOptions>.Configure(OpenIddictServerOptions options) =>
        options.SigningCredentials.AddRange(IsReady ? Credentials : [Unused()]);

    IChangeToken IOptionsChangeTokenSource<OpenIddictServerOptions>.GetChangeToken() => new CancellationChangeToken(_changed.Token);

    public void Dispose() => _changed.Dispose();

    /// <summary>
    /// OpenIddict looks at every request, health checks too, and refuses to run without a key. Until the real ones are
    /// read <see cref="NotReadyGate"/> lets nothing else through, so this one never signs and is never published.
    /// </summary>
    private static SigningCredentials Unused() =>
        new(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "unused" }, SecurityAlgorithms.EcdsaSha256);
}
