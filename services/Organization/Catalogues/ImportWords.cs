using Campaign.Texts;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Catalogues;

/// <summary>What files of units and members may say, as of a day.</summary>
internal sealed class ImportWords(OrganizationDb db, CityDay day)
{
    public async Task<IReadOnlyList<ImportedRow>> UnitTypesAsync(CancellationToken ct) => await InUseAsync(db.UnitTypes, ct);

    public async Task<IReadOnlyList<ImportedRow>> StatusesAsync(CancellationToken ct) => await InUseAsync(db.MemberStatuses, ct);

    public async Task<IReadOnlyList<ImportedRow>> SexesAsync(CancellationToken ct) => await InUseAsync(db.Sexes, ct);

    /// <summary>The name, and what else offices write, of each code of a column.</summary>
    public static IEnumerable<KeyValuePair<(string Column, string Code), string[]>> Of(string column, IEnumerable<ImportedRow> rows) =>
        rows.Select(row =>
            KeyValuePair.Create((column, row.Code), row.WrittenAs.Append(SearchText.Fold(row.Name).Trim()).Distinct().ToArray())
        );

    private async Task<IReadOnlyList<T>> InUseAsync<T>(IQueryable<T> rows, CancellationToken ct)
        where T : ImportedRow => await rows.AsNoTracking().On(day.Today).OrderBy(row => row.Position).ToListAsync(ct);
}
