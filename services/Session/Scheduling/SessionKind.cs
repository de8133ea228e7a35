using Campaign.Contracts;
using Campaign.Hosting.Problems;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Scheduling;

/// <summary>A kind of session, dated: what may be scheduled for a day is what the catalogue says for that day.</summary>
public sealed class SessionKind : IDated
{
    /// <summary>One of <see cref="SessionKinds"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Vietnamese, as on the agenda.</summary>
    public required string Name { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which the kind is no longer in use.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The document or custom that it rests on.</summary>
    public required string Source { get; init; }

    /// <summary>Whether somebody checked the row against its source.</summary>
    public required bool Verified { get; init; }

    internal static SessionKind[] Shipped =>
    [
        Row(SessionKinds.CadreConference, "Hội nghị cán bộ chủ chốt", "Chỉ thị 05-CT/TW, 15/5/2016"),
        Row(SessionKinds.StudyConference, "Hội nghị học tập, quán triệt", "Chỉ thị 05-CT/TW, 15/5/2016"),
        Row(SessionKinds.CellMeeting, "Sinh hoạt chi bộ thường kỳ", "Hướng dẫn 12-HD/BTCTW, 2018"),
        Row(SessionKinds.ThematicMeeting, "Sinh hoạt chi bộ chuyên đề", "Hướng dẫn 12-HD/BTCTW, 2018"),
        Row(SessionKinds.ReviewConference, "Hội nghị sơ kết, tổng kết", "Chỉ thị 05-CT/TW, 15/5/2016"),
    ];

    internal static void Configure(EntityTypeBuilder<SessionKind> kind)
    {
        kind.ToTable("session_kinds");
        kind.HasKey(k => new { k.Code, k.ValidFrom });
        kind.Property(k => k.Code).HasMaxLength(40);
        kind.Property(k => k.Name).HasMaxLength(200);
        kind.Property(k => k.Source).HasMaxLength(300);
    }

    // in use before the documents that describe them, hence one early date for all, and unverified
    private static SessionKind Row(string code, string name, string source) =>
        new() { Code = code, Name = name, ValidFrom = new DateOnly(2011, 1, 1), Source = source, Verified = false };
}

public static class SessionKindCatalogue
{
    /// <summary>The code; throws <c>invalid-request</c> unless the kind is in use on the day.</summary>
    public static async Task<string> KindAsync(this SessionDb database, string? code, DateOnly day, CancellationToken ct)
    {
        var codes = await database.Kinds.AsNoTracking().On(day).Select(kind => kind.Code).ToListAsync(ct);
        return Problem.OneOf(code, "kind", codes);
    }

    /// <summary>Its name on the day, for documents; the code itself when the catalogue has none.</summary>
    public static async Task<string> KindNameAsync(this SessionDb database, string code, DateOnly day, CancellationToken ct) =>
        await database.Kinds.AsNoTracking().On(day).Where(kind => kind.Code == code)
            .Select(kind => kind.Name).FirstOrDefaultAsync(ct) ?? code;
}
