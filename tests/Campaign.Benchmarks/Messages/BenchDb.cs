using Campaign.Messaging;
using Campaign.Messaging.Log;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Benchmarks.Messages;

/// <summary>What a service of these rows stores: running totals.</summary>
internal sealed class BenchDb(DbContextOptions<BenchDb> options) : DbContext(options)
{
    public const string Tables = "create table total (district text primary key, events bigint not null)";

    public DbSet<Total> Totals => Set<Total>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.Entity<Total>(total =>
        {
            total.ToTable("total").HasKey(t => t.District);
            total.Property(t => t.District).HasColumnName("district");
            total.Property(t => t.Events).HasColumnName("events");
        });
    }
}

internal sealed class Total
{
    public required string District { get; init; }

    public long Events { get; set; }
}
