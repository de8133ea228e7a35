using Campaign.Hosting.Sweeps;
using Campaign.Identity.Accounts;
using Campaign.Identity.Clients;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Keys;

/// <summary>
/// Makes what must be there before the first request (signing keys, the system's clients, the first operator), then keeps
/// the ring up to date: a key that another replica made is published here within a minute, long before it signs.
/// </summary>
internal sealed class KeyUpkeep(SweepServices services, SigningKeyRing ring) : Sweep(services)
{
    /// <summary>Nobody can sign in before the ring has its keys.</summary>
    protected override TimeSpan Every => ring.IsReady ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(2);

    protected override async Task RoundAsync(CancellationToken ct)
    {
        var first = !ring.IsReady;
        await using var scope = Scopes.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        var db = provider.GetRequiredService<IdentityDb>();
        var keys = provider.GetRequiredService<SigningKeys>();
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            // replicas take turns: the second one finds everything made
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('identity-upkeep'))", ct);
            await keys.MaintainAsync(ct);
            if (first)
            {
                await provider.GetRequiredService<ConfiguredClients>().ApplyAsync(ct);
                await provider.GetRequiredService<FirstOperator>().CreateAsync(ct);
            }

            await transaction.CommitAsync(ct);
        }

        ring.Replace(await keys.ReadAsync(ct));
    }
}
