using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Documents;

/// <summary>A relation of a document to an earlier one; written with the draft.</summary>
[NotAudited]
public sealed class Relation
{
    public required Guid FromId { get; init; }
    public required Guid ToId { get; init; }

    /// <summary>Code of the catalogue, see <see cref="RelationKind"/>.</summary>
    public required string Kind { get; init; }

    internal static void Configure(EntityTypeBuilder<Relation> relation)
    {
        relation.ToTable("directive_relations", table => table.HasCheckConstraint("ck_directive_relations_another", "from_id <> to_id"));
        relation.HasKey(r => new
        {
            r.FromId,
            r.ToId,
            r.Kind,
        });
        relation.Property(r => r.Kind).HasMaxLength(20);
        relation.HasOne<Directive>().WithMany().HasForeignKey(r => r.FromId).OnDelete(DeleteBehavior.Restrict);
        relation.HasOne<Directive>().WithMany().HasForeignKey(r => r.ToId).OnDelete(DeleteBehavior.Restrict);
    }
}
