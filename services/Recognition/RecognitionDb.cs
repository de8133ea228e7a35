using Campaign.Directories.People;
using Campaign.Directories.Units;
using Campaign.Recognition.Awards;
using Campaign.Recognition.Candidates;
using Campaign.Recognition.Councils;
using Campaign.Recognition.Nominations;
using Campaign.Recognition.Titles;
using Campaign.Recognition.Voting;
using Campaign.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Recognition;

/// <summary>Titles, councils, nominations with their votes, decisions and awards.</summary>
public sealed class RecognitionDb(DbContextOptions<RecognitionDb> options) : DirectoryDbContext(options)
{
    public DbSet<Title> Titles => Set<Title>();
    public DbSet<Candidate> Candidates => Set<Candidate>();
    public DbSet<Person> Members => Set<Person>();
    public DbSet<Council> Councils => Set<Council>();
    public DbSet<Nomination> Nominations => Set<Nomination>();
    public DbSet<Vote> Votes => Set<Vote>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Award> Awards => Set<Award>();

    protected override IEnumerable<Shipment> Shipments => [Shipment.Of(TitleCatalogue.Titles)];

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        Title.Configure(modelBuilder.Entity<Title>());
        Candidate.Configure(modelBuilder.Entity<Candidate>());
        Person.Configure(modelBuilder.Entity<Person>());
        Council.Configure(modelBuilder.Entity<Council>());
        Nomination.Configure(modelBuilder.Entity<Nomination>());
        Vote.Configure(modelBuilder.Entity<Vote>());
        Decision.Configure(modelBuilder.Entity<Decision>());
        Award.Configure(modelBuilder.Entity<Award>());
    }
}
