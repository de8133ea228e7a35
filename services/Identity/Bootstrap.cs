using Campaign.Identity.Accounts;
using Campaign.Identity.Clients;
using Campaign.Identity.Keys;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity;

/// <summary>What must be in the database before the first request: signing keys, the system's clients, the first operator.</summary>
internal sealed class Bootstrap(IServiceScopeFactory scopes, SigningKeyRing ring) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        await db.Database.MigrateAsync(cancellationToken);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            // replicas that start together take turns: the second one finds everything made
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('identity-bootstrap'))", cancellationToken);
            await scope.ServiceProvider.GetRequiredService<SigningKeys>().MaintainAsync(cancellationToken);
            await scope.ServiceProvider.GetRequiredService<ConfiguredClients>().ApplyAsync(cancellationToken);
            await scope.ServiceProvider.GetRequiredService<FirstOperator>().CreateAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        ring.Replace(await scope.ServiceProvider.GetRequiredService<SigningKeys>().ReadAsync(cancellationToken));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
