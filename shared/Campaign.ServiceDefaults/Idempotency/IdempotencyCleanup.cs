using Campaign.Hosting.Sweeps;
using Campaign.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Campaign.ServiceDefaults.Idempotency;

/// <summary>Forgets stored answers after <see cref="s_keptFor"/>, a bounded batch at a time.</summary>
internal sealed class IdempotencyCleanup(SweepServices services) : Sweep(services)
{
    private static readonly TimeSpan s_keptFor = TimeSpan.FromDays(7);

    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override Task RoundAsync(CancellationToken ct)
    {
        var before = Time.GetUtcNow() - s_keptFor;
        return UntilNothingIsLeftAsync<CampaignDbContext>(database =>
            database.Database.ExecuteSqlAsync(
                $"""
                delete from idempotency_keys where ctid in (select ctid from idempotency_keys where at < {before} order by at limit
                5000)
                """,
                ct
            )
        );
    }
}
