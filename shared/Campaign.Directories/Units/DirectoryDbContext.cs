using Campaign.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directories.Units;

/// <summary>A service that keeps a copy of the unit tree, fed by UnitChanged: for access checks, names and subtree queries.</summary>
public abstract class DirectoryDbContext(DbContextOptions options) : CampaignDbContext(options)
{
    public DbSet<DirectoryUnit> Units => Set<DirectoryUnit>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        DirectoryUnit.Configure(modelBuilder.Entity<DirectoryUnit>());
    }
}
