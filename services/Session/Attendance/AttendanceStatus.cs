using Campaign.Contracts;
using Campaign.Hosting.Problems;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Attendance;

/// <summary>A way of having taken part, dated: what may be recorded of a day is what the catalogue says for that day.</summary>
public sealed class AttendanceStatus : IDated
{
    /// <summary>As in <see cref="AttendanceStatuses"/>, or one that was added here.</summary>
    public required string Code { get; init; }

    /// <summary>Vietnamese, as in the minutes.</summary>
    public required string Name { get; init; }

    /// <summary><c>present</c>, <c>excused</c> or <c>absent</c>: what it is in every figure.</summary>
    public required string CountsAs { get; init; }

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

    internal static AttendanceStatus[] Shipped =>
    [
        Row(1, AttendanceStatuses.Present, "Có mặt", AttendanceStatuses.Present),
        Row(2, AttendanceStatuses.Late, "Đến muộn", AttendanceStatuses.Present, minutes: true),
        Row(3, AttendanceStatuses.LeftEarly, "Về sớm", AttendanceStatuses.Present, minutes: true),
        Row(4, AttendanceStatuses.Excused, "Vắng có lý do", AttendanceStatuses.Excused),
        Row(5, AttendanceStatuses.Absent, "Vắng không lý do", AttendanceStatuses.Absent),
    ];

    internal static void Configure(EntityTypeBuilder<AttendanceStatus> status)
    {
        status.ToTable("attendance_statuses");
        status.HasKey(s => new { s.Code, s.ValidFrom });
        status.Property(s => s.Code).HasMaxLength(10);
        status.Property(s => s.Name).HasMaxLength(100);
        status.Property(s => s.CountsAs).HasMaxLength(10);
        status.Property(s => s.Source).HasMaxLength(300);
    }

    // custom older than the documents that name it, hence one early date for all, and unverified
    private static AttendanceStatus Row(int position, string code, string name, string countsAs, bool minutes = false) => new()
    {
        Code = code,
        Name = name,
        CountsAs = countsAs,
        TakesMinutes = minutes,
        NeedsReason = false,
        Position = position,
        ValidFrom = new DateOnly(2011, 1, 1),
        Source = "Hướng dẫn 12-HD/BTCTW, 2018",
        Verified = false,
    };
}

/// <summary>The catalogue of the statuses with all its days; a handful of rows.</summary>
public sealed class StatusBook(IReadOnlyCollection<AttendanceStatus> rows)
{
    public static async Task<StatusBook> ReadAsync(SessionDb database, CancellationToken ct) =>
        new(await database.Statuses.AsNoTracking().OrderBy(status => status.Position).ToListAsync(ct));

    /// <summary>In use on the day, in the order of lists.</summary>
    public IReadOnlyList<AttendanceStatus> On(DateOnly day) => [.. rows.Where(status => status.HoldsOn(day))];

    /// <exception cref="Problem"><c>invalid-request</c>: not in use on the day.</exception>
    public AttendanceStatus Demand(string? code, DateOnly day)
    {
        var used = On(day);
        var known = Problem.OneOf(code, "status", [.. used.Select(status => status.Code)]);
        return used.First(status => status.Code == known);
    }

    /// <summary>What a recorded status is in the figures; a meaning never changes, so the day does not matter.</summary>
    public string? CountsAs(string? code) => code is null ? null : rows.FirstOrDefault(status => status.Code == code)?.CountsAs;
}
