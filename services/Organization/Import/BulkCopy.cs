using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Campaign.Organization.Import;

/// <summary>Writes many new rows by COPY, about ten times faster than by inserts; table and columns come from the model.</summary>
internal static class BulkCopy
{
    /// <summary>Call inside a transaction of the context; the entities are not tracked.</summary>
    public static async Task CopyAsync<T>(this DbContext db, IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var entity = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var columns = entity
            .GetProperties()
            .Where(property => property.GetComputedColumnSql(table) is null)
            .Select(property => new Column(property, table))
            .ToList();
        var name = table.Schema is null ? $"\"{table.Name}\"" : $"\"{table.Schema}\".\"{table.Name}\"";
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy {name} ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) from stdin (format binary)",
            ct
        );
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            foreach (var column in columns)
            {
                await column.WriteAsync(copy, row, ct);
            }
        }

        await copy.CompleteAsync(ct);
    }

    private sealed class Column(IProperty property, StoreObjectIdentifier table)
    {
        private readonly IClrPropertyGetter _getter = property.GetGetter();
        private readonly string _type = property.GetRelationalTypeMapping().StoreTypeNameBase;

        public string Name { get; } = property.GetColumnName(table)!;

        public Task WriteAsync(NpgsqlBinaryImporter copy, object row, CancellationToken ct) =>
            _getter.GetClrValue(row) is { } value ? copy.WriteAsync(value, _type, ct) : copy.WriteNullAsync(ct);
    }
}
