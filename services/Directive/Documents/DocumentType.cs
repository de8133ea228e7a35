using Campaign.ServiceDefaults.Catalogues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Documents;

/// <summary>A document type as it was in force for a time.</summary>
public sealed class DocumentType : ICatalogueRow
{
    public required string Code { get; init; }

    /// <summary>First day; the next row of the code begins where this one ends.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it is no longer in force.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Official Vietnamese name.</summary>
    public required string Name { get; init; }

    public string? EnglishName { get; init; }

    /// <summary>Codes that symbols of this type carry: a quy định is written QyĐ, or QĐ as in 366-QĐ/TW.</summary>
    public required IReadOnlyList<string> SymbolCodes { get; init; }

    /// <summary>Legal source.</summary>
    public required string Source { get; init; }

    /// <summary>Whether code and dates were checked against the source.</summary>
    public required bool Verified { get; init; }

    internal static void Configure(EntityTypeBuilder<DocumentType> type)
    {
        type.ToTable("document_types");
        type.HasKey(t => new { t.Code, t.ValidFrom });
        type.Property(t => t.Code).HasMaxLength(10);
        type.Property(t => t.Name).HasMaxLength(100);
        type.Property(t => t.EnglishName).HasMaxLength(100);
        type.Property(t => t.Source).HasMaxLength(300);
    }
}
