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

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        if (caller.Subject is not null)
        {
            Audit(eventData.Context!);
        }

        return ValueTask.FromResult(result);
    }

    private void Audit(DbContext context)
    {
        var changes = context
            .ChangeTracker.Entries()
            .Where(entry =>
                entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                && entry.Metadata.ClrType.Namespace?.StartsWith("Campaign.Messaging", StringComparison.Ordinal) != true
                && entry.Metadata.ClrType.GetCustomAttribute<NotAuditedAttribute>() is null
                && entry.Entity is not (AuditEntry or DataProtectionKey)
            )
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

    private static string IdOf(EntityEntry entry) =>
        string.Join(
            '/',
            entry
                .Metadata.FindPrimaryKey()!
                .Properties.Select(key => Convert.ToString(entry.Property(key).CurrentValue, CultureInfo.InvariantCulture))
        );

    private static string DetailsOf(EntityEntry entry) =>
        JsonSerializer.Serialize(
            Values(entry)
                .Where(value => value.Property.Metadata.GetComputedColumnSql() is null)
                .Where(value => entry.State == EntityState.Added ? value.Property.CurrentValue is not null : value.Property.IsModified)
                .ToDictionary(value => value.Name, value => IsByName(value.Property) ? "…" : Shorten(value.Property.CurrentValue))
        );

    private static IEnumerable<(string Name, PropertyEntry Property)> Values(EntityEntry entry) =>
        [
            .. entry.Properties.Select(property => (property.Metadata.Name, property)),
            .. entry.ComplexProperties.SelectMany(value =>
                value.Properties.Select(property => ($"{value.Metadata.Name}.{property.Metadata.Name}", property))
            ),
        ];

    private static bool IsByName(PropertyEntry property) =>
        property.Metadata.PropertyInfo?.GetCustomAttribute<AuditedByNameAttribute>() is not null;

    private static string? Shorten(object? value)
    {
        var text = value is string or IFormattable ? Convert.ToString(value, CultureInfo.InvariantCulture) : value?.GetType().Name;
        return text?.Length > MaxValueLength ? $"{text[..MaxValueLength]}… ({text.Length} characters)" : text;
    }
}
