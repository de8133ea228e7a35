using Campaign.ServiceDefaults.Catalogues;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Documents;

/// <summary>The relations that mean more than their name.</summary>
public static class RelationKinds
{
    /// <summary>A property of the document, not written as a relation; the graph shows it like one.</summary>
    public const string CarriesOut = "carries-out";

    /// <summary>When it is issued, the earlier one is outdated.</summary>
    public const string Replaces = "replaces";
}

/// <summary>How a document stands to an earlier one.</summary>
public sealed class RelationKind : CatalogueRow
{
    internal static RelationKind[] Shipped =>
        [
            Row(1, "amends", "sửa đổi", "amends"),
            Row(2, RelationKinds.Replaces, "thay thế", "replaces"),
            Row(3, "continues", "tiếp tục", "continues"),
            Row(4, "is-based-on", "căn cứ", "is based on"),
        ];

    internal static void Configure(EntityTypeBuilder<RelationKind> kind) => kind.IsCatalogue("relation_kinds");

    private static RelationKind Row(int position, string code, string name, string english) =>
        new()
        {
            Position = position,
            Code = code,
            Name = name,
            EnglishName = english,
            ValidFrom = DocumentTypeCatalogue.Earliest,
            Source = "Văn bản hành chính: căn cứ, sửa đổi, thay thế; chưa đối chiếu",
            Verified = false,
        };
}
