using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.ServiceDefaults.Idempotency;

/// <summary>The answer that a POST got, kept under the caller's key and stored in the transaction of its effect.</summary>
[NotAudited]
public sealed class IdempotencyRecord
{
    public required string Subject { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of path, query and body.</summary>
    public required byte[] Request { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>HTTP status of the answer; 0 while the first request is under way in its transaction.</summary>
    public int Status { get; set; }

    public string? ContentType { get; set; }
    public string? Location { get; set; }
    public string? Etag { get; set; }
    public byte[] Body { get; set; } = [];

    internal static void Configure(EntityTypeBuilder<IdempotencyRecord> record)
    {
        record.ToTable("idempotency_keys");
        record.HasKey(r => new { r.Subject, r.Key });
        record.Property(r => r.Subject).HasMaxLength(100);
        record.Property(r => r.Key).HasMaxLength(100);
        record.HasIndex(r => r.At);
    }
}
