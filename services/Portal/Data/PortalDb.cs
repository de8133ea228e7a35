using Campaign.Defaults.Data;
using Campaign.Portal.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Portal.Data;

/// <summary>What the Portal's replicas share: who is signed in, and the keys that protect cookies and sessions.</summary>
public sealed class PortalDb(DbContextOptions<PortalDb> options) : DbContext(options)
{
    public DbSet<StoredSession> Sessions => Set<StoredSession>();

    public DbSet<DataProtectionKey> ProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var session = modelBuilder.Entity<StoredSession>();
        session.HasKey(s => s.Key);
        session.Property(s => s.Key).HasMaxLength(64);
        session.HasIndex(s => s.ExpiresAt);

        var key = modelBuilder.Entity<DataProtectionKey>();
        key.Property(k => k.Id).HasMaxLength(200);
    }
}
