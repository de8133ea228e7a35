using Campaign.Hosting.Database;
using Campaign.Identity.Accounts;
using Campaign.Identity.Clients;
using Campaign.Identity.Keys;
using Campaign.Identity.Posts;
using Campaign.Identity.Tokens;
using Campaign.ServiceDefaults.Database;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity;

/// <summary>Accounts, their posts, clients, tokens and keys.</summary>
public sealed class IdentityDb(DbContextOptions<IdentityDb> options) : CampaignDbContext(options), IDataProtectionKeyContext
{
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<HeldPost> HeldPosts => Set<HeldPost>();
    public DbSet<Member> Members => Set<Member>();
    public DbSet<Integrator> Integrators => Set<Integrator>();
    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        MapAccounts(modelBuilder);
        MapPosts(modelBuilder);
        MapOpenIddict(modelBuilder);
        modelBuilder.Entity<SigningKey>(key => key.Property(k => k.Id).HasMaxLength(64));
    }

    private static void MapAccounts(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Property(a => a.UserName).HasMaxLength(64).IsRequired();
            account.Property(a => a.NormalizedUserName).HasMaxLength(64).UseCollation("C").IsRequired();
            account.Property(a => a.Name).HasMaxLength(200);
            account.Property(a => a.UnitPath).IsUnitPath();
            account.Property(a => a.Email).HasMaxLength(254);
            account.Property(a => a.NormalizedEmail).HasMaxLength(254);
            account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            account.HasIndex(a => a.NormalizedUserName).IsUnique();
            account.HasIndex(a => new { a.UnitPath, a.NormalizedUserName });
            account.HasIndex(a => a.NormalizedEmail).IsUnique();
            account.HasIndex(a => a.MemberId).IsUnique();
            account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.TwoFactorEnabled);
        });
        modelBuilder.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("account_logins");
            login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            login.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId);
        });
        // the store asks for them by type; nothing is kept in them
        modelBuilder.Entity<IdentityUserClaim<Guid>>(claim => claim.ToTable("account_claims"));
        modelBuilder.Entity<IdentityUserToken<Guid>>(token =>
            token
                .ToTable("account_tokens")
                .HasKey(t => new
                {
                    t.UserId,
                    t.LoginProvider,
                    t.Name,
                })
        );
    }

    private static void MapPosts(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Grant>(grant =>
        {
            grant.Property(g => g.Subject).HasMaxLength(100);
            grant.Property(g => g.Role).HasMaxLength(40);
            grant.Property(g => g.UnitPath).HasMaxLength(400);
            grant.HasIndex(g => g.Subject);
            grant.HasIndex(g => g.UnitPath);
        });
        modelBuilder.Entity<HeldPost>(post =>
        {
            post.HasIndex(p => p.MemberId);
            post.HasIndex(p => p.UnitPath).HasFilter("role is not null");
        });
        modelBuilder.Entity<Integrator>(integrator =>
        {
            integrator.HasKey(i => i.ClientId);
            integrator.Property(i => i.ClientId).HasMaxLength(100).UseCollation("C");
            integrator.Property(i => i.Name).HasMaxLength(200);
            integrator.Property(i => i.UnitPath).IsUnitPath();
        });
    }

    private static void MapOpenIddict(ModelBuilder modelBuilder)
    {
        modelBuilder.UseOpenIddict<StoredClient, StoredAuthorization, StoredScope, StoredToken, Guid>();
        modelBuilder.Entity<StoredClient>().ToTable("clients");
        modelBuilder.Entity<StoredAuthorization>().ToTable("authorizations");
        modelBuilder.Entity<StoredScope>().ToTable("scopes");
        modelBuilder.Entity<StoredToken>().ToTable("tokens");
    }
}
