using System.Diagnostics;
using System.Text.Json;
using Campaign.Hosting.Access;
using Campaign.ServiceDefaults.Database;

namespace Campaign.ServiceDefaults.Audit;

/// <summary>Records what the change tracker cannot see: reads of personal records and bulk statements.</summary>
public interface IAudit
{
    /// <summary>Adds a row to the context; it is written by the next SaveChanges.</summary>
    /// <param name="details">Serialised to JSON; no personal data beyond ids.</param>
    void Record(string action, string entity, string entityId, object? details = null);
}

internal sealed class AuditTrail(CampaignDbContext database, Caller caller, TimeProvider time) : IAudit
{
    public void Record(string action, string entity, string entityId, object? details = null) =>
        database.AuditLog.Add(Entry(caller, time, action, entity, entityId, JsonSerializer.Serialize(details ?? new { })));

    internal static AuditEntry Entry(Caller caller, TimeProvider time, string action, string entity, string entityId, string details) =>
        new()
        {
            At = time.GetUtcNow(),
            Subject = caller.Subject ?? "anonymous",
            Action = action,
            Entity = entity,
            EntityId = entityId,
            Details = details,
            Address = caller.Address,
            TraceId = Activity.Current?.TraceId.ToString(),
        };
}
