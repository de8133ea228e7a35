using System.Globalization;
using Campaign.Api.Recognition;
using Campaign.ServiceDefaults.Catalogues;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Recognition.Titles;

/// <summary>A title or form of commendation: dated configuration with its legal source.</summary>
public sealed class Title : ICatalogueRow
{
    /// <summary>E.g. <c>giay-khen</c>; members and units can have titles of one code.</summary>
    public required string Code { get; init; }

    /// <summary>One of <see cref="Contracts.SubjectKinds"/>.</summary>
    public required string SubjectKind { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it is no longer granted; null while it is.</summary>
    public DateOnly? ValidTo { get; init; }

    public required string Name { get; init; }

    public string? EnglishName { get; init; }

    /// <summary>Share of all council members that must be in favour, 0–100.</summary>
    public required decimal MajorityPercent { get; init; }

    public required string Source { get; init; }

    /// <summary>Whether somebody compared the figures with the source's text.</summary>
    public required bool Verified { get; init; }

    public IReadOnlyDictionary<string, string> Traits =>
        new Dictionary<string, string>
        {
            [RecognitionCatalogues.SubjectKind] = SubjectKind,
            [RecognitionCatalogues.MajorityPercent] = MajorityPercent.ToString(CultureInfo.InvariantCulture),
        };

    internal static void Configure(EntityTypeBuilder<Title> title)
    {
        title.HasKey(t => new
        {
            t.Code,
            t.SubjectKind,
            t.ValidFrom,
        });
        title.Property(t => t.Code).HasMaxLength(60);
        title.Property(t => t.SubjectKind).HasMaxLength(20);
        title.Property(t => t.Name).HasMaxLength(200);
        title.Property(t => t.EnglishName).HasMaxLength(200);
        title.Ignore(t => t.Traits);
        title.Property(t => t.MajorityPercent).HasPrecision(5, 2);
        title.Property(t => t.Source).HasMaxLength(500);
    }
}
