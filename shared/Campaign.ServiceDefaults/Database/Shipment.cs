using Microsoft.EntityFrameworkCore;

namespace Campaign.ServiceDefaults.Database;

/// <summary>
/// Rows that a service brings with it: catalogues and rules. At each start those are added whose key the table does not have yet;
/// what an office has changed since stays as it is.
/// </summary>
public abstract class Shipment
{
    public static Shipment Of<T>(IEnumerable<T> rows)
        where T : class => new Rows<T>(rows);

    internal abstract Task AddMissingAsync(DbContext database, CancellationToken ct);

    private sealed class Rows<T>(IEnumerable<T> rows) : Shipment
        where T : class
    {
        internal override async Task AddMissingAsync(DbContext database, CancellationToken ct)
        {
            var key = database
                .Model.FindEntityType(typeof(T))!
                .FindPrimaryKey()!
                .Properties.Select(property => property.GetGetter())
                .ToList();
            string KeyOf(T row) => string.Join('\n', key.Select(part => part.GetClrValue(row)));
            var there = (await database.Set<T>().AsNoTracking().IgnoreAutoIncludes().ToListAsync(ct)).Select(KeyOf).ToHashSet();
            database.AddRange(rows.Where(row => !there.Contains(KeyOf(row))));
        }
    }
}
