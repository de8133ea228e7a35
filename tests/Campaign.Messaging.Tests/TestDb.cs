using Campaign.Messaging.Log;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Messaging.Tests;

/// <summary>A service's database: one row per effect, so that a second effect of an event is seen.</summary>
internal sealed class TestDb(DbContextOptions<TestDb> options) : DbContext(options)
{
    public const string Tables = """
        create table if not exists effect (number bigint generated always as identity primary key, event_id uuid not null,
            district text not null, version bigint not null, text text not null);
        """;

    public DbSet<Effect> Effects => Set<Effect>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.Entity<Effect>(effect =>
        {
            effect.ToTable("effect").HasKey(e => e.Number);
            effect.Property(e => e.Number).HasColumnName("number").UseIdentityAlwaysColumn();
            effect.Property(e => e.EventId).HasColumnName("event_id");
            effect.Property(e => e.District).HasColumnName("district");
            effect.Property(e => e.Version).HasColumnName("version");
            effect.Property(e => e.Text).HasColumnName("text");
        });
    }
}

internal sealed class Effect
{
    public long Number { get; init; }

    public required Guid EventId { get; init; }

    public required string District { get; init; }

    public required long Version { get; init; }

    public required string Text { get; init; }
}
