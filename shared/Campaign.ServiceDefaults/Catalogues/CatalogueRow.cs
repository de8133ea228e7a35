using Campaign.Hosting.Problems;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.ServiceDefaults.Catalogues;

/// <summary>A row of a catalogue that is kept in a table of its own.</summary>
public abstract class CatalogueRow : ICatalogueRow
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? EnglishName { get; init; }

    /// <summary>Place in lists, from 1.</summary>
    public required int Position { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public required string Source { get; init; }

    public required bool Verified { get; init; }

    public virtual IReadOnlyDictionary<string, string>? Traits => null;
}

/// <summary>How catalogues are kept, and what they allow.</summary>
public static class CatalogueRows
{
    private const int MaxCode = 40;

    public static EntityTypeBuilder<T> IsCatalogue<T>(this EntityTypeBuilder<T> row, string table)
        where T : CatalogueRow
    {
        row.ToTable(table);
        row.HasKey(r => new { r.Code, r.ValidFrom });
        row.Property(r => r.Code).HasMaxLength(MaxCode);
        row.Property(r => r.Name).HasMaxLength(200);
        row.Property(r => r.EnglishName).HasMaxLength(200);
        row.Property(r => r.Source).HasMaxLength(300);
        row.Ignore(r => r.Traits);
        return row;
    }

    public static IQueryable<T> InOrder<T>(this IQueryable<T> rows)
        where T : CatalogueRow => rows.OrderBy(row => row.Position).ThenBy(row => row.Code).ThenBy(row => row.ValidFrom);

    /// <summary>The code, which is in use on the day; without a day, which was ever in use: to look for what was recorded then.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>, which names the codes that are.</exception>
    public static async Task<string> OneOfAsync<T>(this IQueryable<T> rows, string? code, string field, DateOnly? day, CancellationToken ct)
        where T : CatalogueRow
    {
        var codes = await (day is { } on ? rows.On(on) : rows).OrderBy(row => row.Position).Select(row => row.Code).ToListAsync(ct);
        return Problem.OneOf(code, field, [.. codes.Distinct()]);
    }
}
