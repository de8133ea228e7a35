using Campaign.Portal.SignIn;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Portal.Data;

/// <summary>What the Portal's replicas share: who is signed in, and the keys that protect cookies and sessions.</summary>
public sealed class PortalDb(DbContextOptions<PortalDb> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<StoredSession> Sessions => Set<StoredSession>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var session = modelBuilder.Entity<StoredSession>();
        session.HasKey(s => s.Key);
        session.Property(s => s.Key).HasMaxLength(64);
        session.HasIndex(s => s.ExpiresAt);
    }
}
