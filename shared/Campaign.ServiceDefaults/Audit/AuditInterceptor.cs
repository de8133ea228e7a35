using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Campaign.Hosting.Access;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Campaign.ServiceDefaults.Audit;

/// <summary>
/// Audits every entity that a signed-in caller adds, changes or deletes. Effects of events are not audited here:
/// the change that raised the event was.
/// </summary>
internal sealed class AuditInterceptor(Caller caller, TimeProvider time) : SaveChangesInterceptor
{
    private const int MaxRowsEach = 200;
    private const int MaxValueLength = 200;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (caller.Subject is not null)
        {
            Audit(eventData.Context!);
        }

        return ValueTask.FromResult(result);
    }

    private void Audit(DbContext context)
    {
        var changes = context.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                && entry.Metadata.ClrType.Namespace?.StartsWith("Campaign.Messaging", StringComparison.Ordinal) != true
                && entry.Metadata.ClrType.GetCustomAttribute<NotAuditedAttribute>() is null
                && entry.Entity is not (AuditEntry or DataProtectionKey))
            .GroupBy(entry => (Entity: entry.Metadata.ClrType.Name, entry.State))
            .ToList();
        foreach (var group in changes)
        {
            var action = group.Key.State.ToString().ToLowerInvariant();
            var rows = group.ToList();
            if (rows.Count > MaxRowsEach)
            {
                Add(context, action, group.Key.Entity, "*", JsonSerializer.Serialize(new { count = rows.Count }));
                continue;
            }

            foreach (var row in rows)
            {
                Add(context, action, group.Key.Entity, IdOf(row), DetailsOf(row));
            }
        }
    }

    private void Add(DbContext context, string action, string entity, string id, string details) =>
        context.Add(AuditTrail.Entry(caller, time, action, entity, id, details));

    private static string IdOf(EntityEntry entry) => string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties
        .Select(key => Convert.ToString(entry.Property(key).CurrentValue, CultureInfo.InvariantCulture)));

    private static string DetailsOf(EntityEntry entry) => JsonSerializer.Serialize(entry.Properties
        .Where(property => property.Metadata.GetComputedColumnSql() is null)
        .Where(property => entry.State == EntityState.Added ? property.CurrentValue is not null : property.IsModified)
        .ToDictionary(property => property.Metadata.Name, property => IsByName(property) ? "…" : Shorten(property.CurrentValue)));

    private static bool IsByName(PropertyEntry property) => property.Metadata.PropertyInfo?.GetCustomAttribute<AuditedByNameAttribute>() is not null;

    private static string? Shorten(object? value)
    {
        var text = value is string or IFormattable ? Convert.ToString(value, CultureInfo.InvariantCulture) : value?.GetType().Name;
        return text?.Length > MaxValueLength ? $"{text[..MaxValueLength]}… ({text.Length} characters)" : text;
    }
}
