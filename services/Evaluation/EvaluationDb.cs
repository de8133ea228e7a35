using Campaign.Directories.People;
using Campaign.Directories.Units;
using Campaign.Evaluation.GatheredEvidence;
using Campaign.Evaluation.Periods;
using Campaign.Evaluation.Ranking;
using Campaign.Evaluation.Reviews;
using Campaign.Evaluation.RuleSets;
using Campaign.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation;

/// <summary>Rule sets, periods, reviews, and the evidence gathered from other services' events.</summary>
public sealed class EvaluationDb(DbContextOptions<EvaluationDb> options) : DirectoryDbContext(options)
{
    public DbSet<Rank> Ranks => Set<Rank>();
    public DbSet<RuleSet> RuleSets => Set<RuleSet>();
    public DbSet<Period> Periods => Set<Period>();
    public DbSet<PeriodCount> PeriodCounts => Set<PeriodCount>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<Person> Members => Set<Person>();
    public DbSet<Attendance> Attendance => Set<Attendance>();
    public DbSet<AttendancePart> AttendanceParts => Set<AttendancePart>();
    public DbSet<SessionFact> Sessions => Set<SessionFact>();
    public DbSet<AssignmentFact> Assignments => Set<AssignmentFact>();
    public DbSet<CommitmentFact> Commitments => Set<CommitmentFact>();
    public DbSet<QualityFact> Qualities => Set<QualityFact>();
    public DbSet<AwardFact> Awards => Set<AwardFact>();

    protected override IEnumerable<Shipment> Shipments =>
        [
            Shipment.Of(Rank.Shipped),
            Shipment.Of(RuleSetCatalogue.Sets),
            Shipment.Of(RuleSetCatalogue.Bands),
            Shipment.Of(RuleSetCatalogue.Conditions),
        ];

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        Rank.Configure(modelBuilder.Entity<Rank>());
        RuleSet.Configure(modelBuilder);
        Period.Configure(modelBuilder.Entity<Period>());
        PeriodCount.Configure(modelBuilder.Entity<PeriodCount>());
        Review.Configure(modelBuilder.Entity<Review>());
        Person.Configure(modelBuilder.Entity<Person>());
        GatheredEvidence.Attendance.Configure(modelBuilder.Entity<Attendance>());
        AttendancePart.Configure(modelBuilder.Entity<AttendancePart>());
        SessionFact.Configure(modelBuilder.Entity<SessionFact>());
        AssignmentFact.Configure(modelBuilder.Entity<AssignmentFact>());
        CommitmentFact.Configure(modelBuilder.Entity<CommitmentFact>());
        QualityFact.Configure(modelBuilder.Entity<QualityFact>());
        AwardFact.Configure(modelBuilder.Entity<AwardFact>());
    }
}
