using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Documents;

/// <summary>How a document stands to an earlier one, besides carrying it out.</summary>
public static class RelationKinds
{
    public const string CarriesOut = "carries-out";
    public const string Amends = "amends";

    /// <summary>When it is issued, the earlier one is outdated.</summary>
    public const string Replaces = "replaces";

    public const string Continues = "continues";
    public const string IsBasedOn = "is-based-on";

    /// <summary>Those that are written as a relation; carrying out is a property of the document.</summary>
    public static readonly IReadOnlyList<string> All = [Amends, Replaces, Continues, IsBasedOn];
}

/// <summary>Marks of urgency (khẩn, thượng khẩn, hỏa tốc).</summary>
public static class Urgencies
{
    public static readonly IReadOnlyList<string> All = ["urgent", "very-urgent", "immediate"];
}

/// <summary>A relation of a document to an earlier one; written with the draft.</summary>
[NotAudited]
public sealed class Relation
{
    public required Guid FromId { get; init; }
    public required Guid ToId { get; init; }

    /// <summary>One of <see cref="RelationKinds"/>.</summary>
    public required string Kind { get; init; }

    internal static void Configure(EntityTypeBuilder<Relation> relation)
    {
        relation.ToTable("directive_relations", table => table.HasCheckConstraint("ck_directive_relations_another", "from_id <> to_id"));
        relation.HasKey(r => new { r.FromId, r.ToId, r.Kind });
        relation.Property(r => r.Kind).HasMaxLength(20);
        relation.HasOne<Directive>().WithMany().HasForeignKey(r => r.FromId).OnDelete(DeleteBehavior.Restrict);
        relation.HasOne<Directive>().WithMany().HasForeignKey(r => r.ToId).OnDelete(DeleteBehavior.Restrict);
    }
}
