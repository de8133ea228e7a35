using Campaign.Hosting.Sweeps;
using OpenIddict.Abstractions;

namespace Campaign.Identity.Tokens;

/// <summary>Removes rows of tokens and sign-ins that have expired or were used up a day ago.</summary>
internal sealed class TokenCleanup(SweepServices services) : Sweep(services)
{
    private static readonly TimeSpan s_keptFor = TimeSpan.FromDays(1);

    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override async Task RoundAsync(CancellationToken ct)
    {
        await using var scope = Scopes.CreateAsyncScope();
        var before = Time.GetUtcNow() - s_keptFor;
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, ct);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, ct);
    }
}
