using Microsoft.EntityFrameworkCore;

namespace Campaign.Messaging.Log;

/// <summary>Maps the event log into a service's model, so that its rows are written by the same SaveChanges.</summary>
public static class EventLogModel
{
    /// <summary>Call in <c>OnModelCreating</c>. The table belongs to Campaign.Messaging and stays out of migrations.</summary>
    public static ModelBuilder AddMessaging(this ModelBuilder model)
    {
        model.Entity<EventRow>(row =>
        {
            row.ToTable("event_log", "messaging", table => table.ExcludeFromMigrations());
            row.HasKey(r => r.Appended);
            row.Property(r => r.Appended).HasColumnName("appended").ValueGeneratedNever();
            row.Property(r => r.EventId).HasColumnName("event_id");
            row.Property(r => r.District).HasColumnName("district");
            row.Property(r => r.Type).HasColumnName("type");
            row.Property(r => r.AggregateId).HasColumnName("aggregate_id");
            row.Property(r => r.Version).HasColumnName("version");
            row.Property(r => r.Payload).HasColumnName("payload").HasColumnType("json");
            row.Property(r => r.TraceParent).HasColumnName("trace_parent");
        });
        return model;
    }
}
