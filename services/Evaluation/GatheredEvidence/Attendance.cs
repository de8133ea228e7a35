using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Evaluation.GatheredEvidence;

/// <summary>How a member took part; stored as a small number, there are millions of rows.</summary>
public enum AttendanceStatus : short
{
    Present = 1,
    Excused = 2,
    Absent = 3,
}

/// <summary>
/// One member at one session. The key begins with member and day, so that a review's evidence is one short range of
/// one index, however many rows there are; a member who moves to another district keeps theirs.
/// </summary>
[NotAudited]
public sealed class Attendance
{
    public required Guid MemberId { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required Guid SessionId { get; init; }
    public required int Part { get; init; }

    /// <summary>Of the session.</summary>
    public required long Version { get; init; }

    public required AttendanceStatus Status { get; init; }

    internal static void Configure(EntityTypeBuilder<Attendance> attendance)
    {
        attendance.ToTable("attendance");
        attendance.HasKey(a => new
        {
            a.MemberId,
            a.HeldOn,
            a.SessionId,
        });
    }
}

/// <summary>
/// A part of a session's attendance as last heard: tells news from repetition, and which rows a correction replaces.
/// </summary>
[NotAudited]
public sealed class AttendancePart
{
    public required Guid SessionId { get; init; }
    public required int Part { get; init; }
    public required long Version { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required Guid[] Members { get; init; }

    internal static void Configure(EntityTypeBuilder<AttendancePart> part)
    {
        part.ToTable("attendance_parts");
        part.HasKey(p => new { p.SessionId, p.Part });
    }
}
