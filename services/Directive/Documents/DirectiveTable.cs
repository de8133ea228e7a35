using Campaign.Hosting.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Documents;

public sealed partial class Directive
{
    internal static void Configure(EntityTypeBuilder<Directive> directive)
    {
        directive.ToTable("directives", table => table.HasCheckConstraint("ck_directives_carries_out_another", "carries_out_id <> id"));
        directive.Property(d => d.Id).ValueGeneratedNever();
        directive.Property(d => d.DocumentType).HasMaxLength(10);
        directive.Property(d => d.Symbol).HasMaxLength(Documents.Symbol.MaxLength);
        directive.Property(d => d.TypeCode).HasMaxLength(10);
        directive.Property(d => d.IssuerSuffix).HasMaxLength(20);
        directive.Property(d => d.Title).HasMaxLength(1000);
        directive.Property(d => d.Issuer).HasMaxLength(300);
        directive.Property(d => d.IssuerKey).HasMaxLength(300);
        directive.Property(d => d.Signer).HasMaxLength(200);
        directive.Property(d => d.SignerCapacity).HasMaxLength(200);
        directive.Property(d => d.Place).HasMaxLength(100);
        directive.Property(d => d.Urgency).HasMaxLength(15);
        directive.Property(d => d.Circulation).HasMaxLength(300);
        directive.Property(d => d.State).HasMaxLength(10);
        directive.Property(d => d.OwnerUnitPath).IsUnitPath();
        directive.Property(d => d.Version).IsConcurrencyToken();
        directive.HasOne<Directive>().WithMany().HasForeignKey(d => d.CarriesOutId).OnDelete(DeleteBehavior.Restrict);
        directive.HasOne<Directive>().WithMany().HasForeignKey(d => d.ReplacedById).OnDelete(DeleteBehavior.Restrict);
        directive.HasOne<Campaigns.CampaignRecord>().WithMany().HasForeignKey(d => d.CampaignId).OnDelete(DeleteBehavior.Restrict);
        directive
            .HasIndex(d => new
            {
                d.CampaignId,
                d.IssuerKey,
                d.Symbol,
                d.SignedYear,
            })
            .IsUnique();
        directive.HasIndex(d => d.OwnerUnitPath);
        directive.HasIndex(d => d.OwnerUnitId);
        directive.HasIndex(d => d.Search).HasMethod("gin").HasOperators("gin_trgm_ops");
    }
}
