using Campaign.Organization.Catalogues;
using Campaign.Organization.Import.Jobs;
using Campaign.Organization.Members;
using Campaign.Organization.Posts;
using Campaign.Organization.Reorganisation;
using Campaign.Organization.Units;
using Campaign.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization;

/// <summary>Units, members and posts of the whole city.</summary>
public sealed class OrganizationDb(DbContextOptions<OrganizationDb> options) : CampaignDbContext(options)
{
    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<UnitVersion> UnitVersions => Set<UnitVersion>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<Lineage> Lineage => Set<Lineage>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<MemberPeriod> MemberHistory => Set<MemberPeriod>();

    public DbSet<MemberPost> Posts => Set<MemberPost>();

    public DbSet<UnitType> UnitTypes => Set<UnitType>();

    public DbSet<MemberStatus> MemberStatuses => Set<MemberStatus>();

    public DbSet<Sex> Sexes => Set<Sex>();

    public DbSet<ImportJob> ImportJobs => Set<ImportJob>();

    protected override IEnumerable<Shipment> Shipments =>
        [Shipment.Of(UnitType.Shipped), Shipment.Of(MemberStatus.Shipped), Shipment.Of(Sex.Shipped)];

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        Unit.Configure(modelBuilder.Entity<Unit>());
        UnitVersion.Configure(modelBuilder.Entity<UnitVersion>());
        Decision.Configure(modelBuilder.Entity<Decision>());
        Reorganisation.Lineage.Configure(modelBuilder.Entity<Lineage>());
        Member.Configure(modelBuilder.Entity<Member>());
        MemberPeriod.Configure(modelBuilder.Entity<MemberPeriod>());
        MemberPost.Configure(modelBuilder.Entity<MemberPost>());
        UnitType.Configure(modelBuilder.Entity<UnitType>());
        MemberStatus.Configure(modelBuilder.Entity<MemberStatus>());
        Sex.Configure(modelBuilder.Entity<Sex>());
        ImportJob.Configure(modelBuilder.Entity<ImportJob>());
        ImportPart.Configure(modelBuilder.Entity<ImportPart>());
    }
}
