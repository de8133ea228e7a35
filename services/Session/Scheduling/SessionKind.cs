using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Catalogues;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Scheduling;

/// <summary>A kind of session, dated: what may be scheduled for a day is what the catalogue says for that day.</summary>
public sealed class SessionKind : ICatalogueRow
{
    private const string Directive05 = "Chỉ thị 05-CT/TW, 15/5/2016";
    private const string Guidance = "Hướng dẫn 12-HD/BTCTW, 2018";

    public const int MaxCode = 40;

    /// <summary>An assignment that asks for a session of the kind has it as its requirement.</summary>
    public required string Code { get; init; }

    /// <summary>Vietnamese, as on the agenda.</summary>
    public required string Name { get; init; }

    public string? EnglishName { get; init; }

    /// <summary>Order in lists, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>Each cell owes one a quarter.</summary>
    public bool OwedQuarterly { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which the kind is no longer in use.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The document or custom that it rests on.</summary>
    public required string Source { get; init; }

    /// <summary>Whether somebody checked the row against its source.</summary>
    public required bool Verified { get; init; }

    IReadOnlyDictionary<string, string>? ICatalogueRow.Traits =>
        OwedQuarterly ? new Dictionary<string, string> { [SessionCatalogues.OwedQuarterly] = "true" } : null;

    internal static SessionKind[] Shipped =>
        [
            Row(1, "cell-meeting", "Sinh hoạt chi bộ thường kỳ", "Cell meeting", Guidance),
            Row(2, "thematic-meeting", "Sinh hoạt chi bộ chuyên đề", "Thematic meeting", Guidance, owed: true),
            Row(3, "study-conference", "Hội nghị học tập, quán triệt", "Study conference", Directive05),
            Row(4, "cadre-conference", "Hội nghị cán bộ chủ chốt", "Conference of key cadres", Directive05),
            Row(5, "review-conference", "Hội nghị sơ kết, tổng kết", "Review conference", Directive05),
        ];

    internal static void Configure(EntityTypeBuilder<SessionKind> kind)
    {
        kind.ToTable("session_kinds");
        kind.HasKey(k => new { k.Code, k.ValidFrom });
        kind.Property(k => k.Code).HasMaxLength(MaxCode);
        kind.Property(k => k.Name).HasMaxLength(200);
        kind.Property(k => k.EnglishName).HasMaxLength(200);
        kind.Property(k => k.Source).HasMaxLength(300);
    }

    // in use before the documents that describe them, hence one early date for all, and unverified
    private static SessionKind Row(int position, string code, string name, string englishName, string source, bool owed = false) =>
        new()
        {
            Code = code,
            Name = name,
            EnglishName = englishName,
            Position = position,
            OwedQuarterly = owed,
            ValidFrom = new DateOnly(2011, 1, 1),
            Source = source,
            Verified = false,
        };
}

public static class SessionKindCatalogue
{
    /// <summary>The code; throws <c>invalid-request</c> unless the kind is in use on the day.</summary>
    public static async Task<string> KindAsync(this SessionDb database, string? code, DateOnly day, CancellationToken ct)
    {
        var codes = await database.Kinds.AsNoTracking().On(day).OrderBy(kind => kind.Position).Select(kind => kind.Code).ToListAsync(ct);
        return Problem.OneOf(code, "kind", codes);
    }

    /// <summary>Every code that there is or was, for what asks about days of any time.</summary>
    public static Task<List<string>> KindCodesAsync(this SessionDb database, CancellationToken ct) =>
        database.Kinds.Select(kind => kind.Code).Distinct().OrderBy(code => code).ToListAsync(ct);

    /// <summary>The code, or none for all kinds; throws <c>invalid-request</c> when there never was such a kind.</summary>
    public static async Task<string?> KnownKindAsync(this SessionDb database, string? code, CancellationToken ct) =>
        code is null ? null : Problem.OneOf(code, "kind", await database.KindCodesAsync(ct));

    /// <summary>Its name on the day, for documents; the code itself when the catalogue has none.</summary>
    public static async Task<string> KindNameAsync(this SessionDb database, string code, DateOnly day, CancellationToken ct) =>
        await database.Kinds.AsNoTracking().On(day).Where(kind => kind.Code == code).Select(kind => kind.Name).FirstOrDefaultAsync(ct)
        ?? code;
}
