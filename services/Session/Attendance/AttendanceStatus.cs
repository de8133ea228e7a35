using Campaign.Api.Session;
using Campaign.ServiceDefaults.Catalogues;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Attendance;

/// <summary>A way of having taken part, dated: what may be recorded of a day is what the catalogue says for that day.</summary>
public sealed class AttendanceStatus : ICatalogueRow
{
    public const int MaxCode = 40;

    public required string Code { get; init; }

    /// <summary>Vietnamese, as in the minutes.</summary>
    public required string Name { get; init; }

    public string? EnglishName { get; init; }

    /// <summary>One of <see cref="Meanings"/>: what it is in every figure.</summary>
    public required string CountsAs { get; init; }

    /// <summary>
    /// Whether it is what is recorded of somebody of whom no more is known: the usual one that counts as present by a check-in, as excused
    /// by a confirmed excuse, as absent by the close.
    /// </summary>
    public required bool Usual { get; init; }

    /// <summary>Whether a number of minutes belongs to it.</summary>
    public required bool TakesMinutes { get; init; }

    /// <summary>Whether a reason must be given.</summary>
    public required bool NeedsReason { get; init; }

    /// <summary>Order in lists, from 1.</summary>
    public required int Position { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it is no longer in use.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The document or custom that it rests on.</summary>
    public required string Source { get; init; }

    /// <summary>Whether somebody checked the row against its source.</summary>
    public required bool Verified { get; init; }

    IReadOnlyDictionary<string, string>? ICatalogueRow.Traits =>
        new Dictionary<string, string>
        {
            [SessionCatalogues.CountsAs] = CountsAs,
            [SessionCatalogues.Usual] = Said(Usual),
            [SessionCatalogues.TakesMinutes] = Said(TakesMinutes),
            [SessionCatalogues.NeedsReason] = Said(NeedsReason),
        };

    internal static AttendanceStatus[] Shipped =>
        [
            Row(1, "present", "Có mặt", "Present", Meanings.Present, usual: true),
            Row(2, "late", "Đến muộn", "Late", Meanings.Present, minutes: true),
            Row(3, "left-early", "Về sớm", "Left early", Meanings.Present, minutes: true),
            Row(4, "excused", "Vắng có lý do", "Excused", Meanings.Excused, usual: true),
            Row(5, "absent", "Vắng không lý do", "Absent", Meanings.Absent, usual: true),
        ];

    internal static void Configure(EntityTypeBuilder<AttendanceStatus> status)
    {
        status.ToTable("attendance_statuses");
        status.HasKey(s => new { s.Code, s.ValidFrom });
        status.Property(s => s.Code).HasMaxLength(MaxCode);
        status.Property(s => s.Name).HasMaxLength(100);
        status.Property(s => s.EnglishName).HasMaxLength(100);
        status.Property(s => s.CountsAs).HasMaxLength(10);
        status.Property(s => s.Source).HasMaxLength(300);
    }

    private static string Said(bool trait) => trait ? "true" : "false";

    // custom older than the documents that name it, hence one early date for all, and unverified
    private static AttendanceStatus Row(
        int position,
        string code,
        string name,
        string englishName,
        string countsAs,
        bool usual = false,
        bool minutes = false
    ) =>
        new()
        {
            Code = code,
            Name = name,
            EnglishName = englishName,
            CountsAs = countsAs,
            Usual = usual,
            TakesMinutes = minutes,
            NeedsReason = false,
            Position = position,
            ValidFrom = new DateOnly(2011, 1, 1),
            Source = "Hướng dẫn 12-HD/BTCTW, 2018",
            Verified = false,
        };
}
