using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Attendance;

/// <summary>
/// One expected participant of one session, written when the session is scheduled. Without a status until somebody checks
/// in or the roster is taken; when the session closes every row has one. The row is also the lock: a check-in fills an empty
/// row, closing fills all rows that are still empty, so of the two the one that comes second finds it filled.
/// </summary>
/// <remarks>Partitioned by district and quarter: see <see cref="AttendancePartition"/>.</remarks>
[NotAudited]
public sealed class AttendanceRow
{
    public required string District { get; init; }

    /// <summary>Of the session.</summary>
    public required DateOnly Quarter { get; init; }

    public required Guid SessionId { get; init; }

    public required Guid MemberId { get; init; }

    /// <summary>Of the catalogue, see <see cref="AttendanceStatus"/>; null while open and not seen yet.</summary>
    public string? Status { get; init; }

    /// <summary>UTC: when the status was recorded.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary>Account that recorded it.</summary>
    public string? RecordedBy { get; init; }

    /// <summary>Network address that it was recorded from.</summary>
    public string? RecordedFrom { get; init; }

    /// <summary>Number on the printed sheet, from 1; fixed when the participant is expected.</summary>
    public required int Line { get; init; }

    /// <summary>One of <see cref="RecordingMethods"/>.</summary>
    public string? Way { get; init; }

    /// <summary>How many minutes late, or before the end.</summary>
    public int? Minutes { get; init; }

    /// <summary>The reason that was given.</summary>
    public string? Reason { get; init; }

    /// <summary>UTC: scanned before the session was opened; counts when it opens.</summary>
    public DateTimeOffset? EarlyAt { get; init; }

    public string? EarlyBy { get; init; }

    public string? EarlyFrom { get; init; }

    internal static void Configure(EntityTypeBuilder<AttendanceRow> row)
    {
        row.ToTable("attendance");
        row.HasKey(r => new
        {
            r.District,
            r.Quarter,
            r.SessionId,
            r.MemberId,
        });
        row.Property(r => r.District).HasMaxLength(60);
        row.Property(r => r.Status).HasMaxLength(AttendanceStatus.MaxCode);
        row.Property(r => r.Way).HasMaxLength(10);
        row.Property(r => r.Reason).HasMaxLength(Roster.MaxReason);
        row.Property(r => r.EarlyBy).HasMaxLength(100);
        row.Property(r => r.EarlyFrom).HasMaxLength(60);
        row.Property(r => r.RecordedBy).HasMaxLength(100);
        row.Property(r => r.RecordedFrom).HasMaxLength(60);
        // the meetings of one person
        row.HasIndex(r => r.MemberId);
    }
}
