using Campaign.City.Facts;
using Campaign.City.RollUps;
using Campaign.Directories.Units;
using Microsoft.EntityFrameworkCore;

namespace Campaign.City;

/// <summary>
/// Facts as heard from the services, one row per business key, and the figures kept from them. Handlers change facts and
/// add to <see cref="Deltas"/>; both are written by the same SaveChanges.
/// </summary>
public sealed class CityDb(DbContextOptions<CityDb> options) : DirectoryDbContext(options)
{
    public DbSet<CampaignFact> Campaigns => Set<CampaignFact>();

    public DbSet<DocumentFact> Documents => Set<DocumentFact>();

    public DbSet<AssignmentFact> Assignments => Set<AssignmentFact>();

    public DbSet<AddressedUnit> AddressedUnits => Set<AddressedUnit>();

    public DbSet<SessionFact> Sessions => Set<SessionFact>();

    public DbSet<ReviewFact> Reviews => Set<ReviewFact>();

    public DbSet<AwardFact> Awards => Set<AwardFact>();

    public DbSet<Figure> Figures => Set<Figure>();

    internal FigureDeltas Deltas { get; } = new();

    private readonly HashSet<string> _held = [];

    /// <summary>
    /// Until the transaction ends, nobody else reads and changes facts of the district. A handler counts the difference
    /// between a fact before and after, and replicas handle packs of one district side by side: from the same old fact both
    /// would count.
    /// </summary>
    internal Task HoldAsync(string district, CancellationToken ct) =>
        _held.Add(district)
            ? Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('city facts ' || {district}, 0))", ct)
            : Task.CompletedTask;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await Deltas.FlushAsync(this, cancellationToken);
        return written;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        FactTables.Configure(modelBuilder);
        Figure.Configure(modelBuilder.Entity<Figure>());
    }
}
