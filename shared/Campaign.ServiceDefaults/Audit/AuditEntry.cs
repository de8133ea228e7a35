using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.ServiceDefaults.Audit;

/// <summary>Who did what, when and from where; written in the same transaction as the change.</summary>
public sealed class AuditEntry
{
    /// <summary>UUIDv7, so the log is in the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Account id, or client id of an integrator or service.</summary>
    public required string Subject { get; init; }

    /// <summary><c>added</c>, <c>modified</c>, <c>deleted</c>, <c>read</c>, or a verb of the domain.</summary>
    public required string Action { get; init; }

    public required string Entity { get; init; }

    public required string EntityId { get; init; }

    /// <summary>
    /// JSON: the properties that changed with their new values, without the value where it is <see cref="AuditedByNameAttribute"/>;
    /// a count for a bulk change.
    /// </summary>
    public required string Details { get; init; }

    public string? Address { get; init; }

    public string? TraceId { get; init; }

    internal static void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_log");
        entry.Property(e => e.Subject).HasMaxLength(100);
        entry.Property(e => e.Action).HasMaxLength(60);
        entry.Property(e => e.Entity).HasMaxLength(100);
        entry.Property(e => e.EntityId).HasMaxLength(100);
        entry.Property(e => e.Details).HasColumnType("jsonb");
        entry.HasIndex(e => new
        {
            e.Entity,
            e.EntityId,
            e.Id,
        });
    }
}

/// <summary>
/// A person's name, a secret or free text: the audit log says that it changed, not what it holds. The log is kept longer
/// and read by others than the record itself.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AuditedByNameAttribute : Attribute;

/// <summary>Not audited row by row: its change follows from another, audited one, or it records itself who did it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotAuditedAttribute : Attribute;
