using Campaign.Defaults.Data;
using Campaign.Organization.Members;
using Campaign.Organization.Posts;
using Campaign.Organization.Units;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization;

/// <summary>Units, members and posts of the whole city.</summary>
public sealed class OrganizationDb(DbContextOptions<OrganizationDb> options) : CampaignDbContext(options)
{
    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<MemberPost> Posts => Set<MemberPost>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasPostgresExtension("pg_trgm");
        Unit.Configure(modelBuilder.Entity<Unit>());
        Member.Configure(modelBuilder.Entity<Member>());
        MemberPost.Configure(modelBuilder.Entity<MemberPost>());
    }
}
