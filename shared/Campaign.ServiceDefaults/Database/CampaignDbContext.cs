using Campaign.Messaging;
using Campaign.Messaging.Log;
using Campaign.ServiceDefaults.Audit;
using Campaign.ServiceDefaults.Changes;
using Campaign.ServiceDefaults.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace Campaign.ServiceDefaults.Database;

/// <summary>What every service's database has besides the service's own tables: event log, audit log, idempotency keys.</summary>
public abstract class CampaignDbContext : DbContext
{
    private readonly List<Action> _afterCommit = [];

    // what failed is rolled back as a whole, so a savepoint around each SaveChanges would be two round trips for nothing
    protected CampaignDbContext(DbContextOptions options)
        : base(options) => Database.AutoSavepointsEnabled = false;

    public DbSet<AuditEntry> AuditLog => Set<AuditEntry>();

    internal DbSet<IdempotencyRecord> IdempotencyKeys => Set<IdempotencyRecord>();

    /// <summary>What the work under way has written so far.</summary>
    internal Touched Touched { get; } = new();

    /// <summary>Says which district statements written by hand are about; what they touched is told once it is committed.</summary>
    public void Touch(string district) => Touched.Add(district, []);

    /// <summary>The catalogues and rules that the service brings with it.</summary>
    protected virtual IEnumerable<Shipment> Shipments => [];

    internal async Task ShipAsync(CancellationToken ct)
    {
        foreach (var shipment in Shipments)
        {
            await shipment.AddMissingAsync(this, ct);
        }

        await SaveChangesAsync(ct);
    }

    /// <summary>
    /// Runs statements that belong together in the transaction that the idempotency key opened, or in one of their own
    /// when the request came without a key.
    /// </summary>
    public async Task<T> AtomicallyAsync<T>(Func<Task<T>> work, CancellationToken ct)
    {
        if (Database.CurrentTransaction is not null)
        {
            return await work();
        }

        _afterCommit.Clear();
        await using var transaction = await Database.BeginTransactionAsync(ct);
        var result = await work();
        await transaction.CommitAsync(CancellationToken.None);
        Committed();
        return result;
    }

    /// <summary>
    /// For what must not be told of work that is undone: runs when the transaction of <see cref="AtomicallyAsync"/> is committed, else
    /// never.
    /// </summary>
    public void AfterCommit(Action tell) => _afterCommit.Add(tell);

    internal void Committed()
    {
        _afterCommit.ForEach(tell => tell());
        _afterCommit.Clear();
    }

    /// <summary>Configure the service's own entities in an override that calls this first.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        AuditEntry.Configure(modelBuilder.Entity<AuditEntry>());
        IdempotencyRecord.Configure(modelBuilder.Entity<IdempotencyRecord>());
    }
}
