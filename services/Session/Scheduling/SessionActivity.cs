using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Catalogues;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Scheduling;

/// <summary>
/// What is done in a session besides listening and voting, dated like the kinds: what may be planned for a day is what the catalogue says
/// for it.
/// </summary>
public sealed class SessionActivity : ICatalogueRow
{
    public const int MaxCode = 40;

    public required string Code { get; init; }

    /// <summary>Vietnamese, as on the invitation.</summary>
    public required string Name { get; init; }

    public string? EnglishName { get; init; }

    /// <summary>Order in lists, from 1.</summary>
    public required int Position { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it is no longer in use.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The document or custom that it rests on.</summary>
    public required string Source { get; init; }

    /// <summary>Whether somebody checked the row against its source.</summary>
    public required bool Verified { get; init; }

    internal static SessionActivity[] Shipped =>
        [
            Row(1, "discussion", "Trao đổi, thảo luận", "Discussion"),
            Row(2, "talk", "Nói chuyện chuyên đề", "Talk"),
            Row(3, "story-telling", "Kể chuyện", "Story-telling"),
            Row(4, "field-visit", "Về nguồn, đi thực tế", "Field visit"),
            Row(5, "exhibition", "Tham quan triển lãm, bảo tàng", "Visit to an exhibition or museum"),
            Row(6, "film", "Xem phim tư liệu", "Documentary film"),
            Row(7, "contest", "Hội thi, tìm hiểu", "Contest"),
        ];

    internal static void Configure(EntityTypeBuilder<SessionActivity> activity)
    {
        activity.ToTable("session_activities");
        activity.HasKey(a => new { a.Code, a.ValidFrom });
        activity.Property(a => a.Code).HasMaxLength(MaxCode);
        activity.Property(a => a.Name).HasMaxLength(200);
        activity.Property(a => a.EnglishName).HasMaxLength(200);
        activity.Property(a => a.Source).HasMaxLength(300);
    }

    // custom: the documents ask for varied forms and name no closed list, hence one early date for all, and unverified
    private static SessionActivity Row(int position, string code, string name, string englishName) =>
        new()
        {
            Code = code,
            Name = name,
            EnglishName = englishName,
            Position = position,
            ValidFrom = new DateOnly(2011, 1, 1),
            Source = "Hướng dẫn 12-HD/BTCTW, 2018: đổi mới hình thức sinh hoạt",
            Verified = false,
        };
}

public static class SessionActivityCatalogue
{
    /// <summary>The code, or none; throws <c>invalid-request</c> unless the activity is in use on the day.</summary>
    public static async Task<string?> ActivityAsync(this SessionDb database, string? code, DateOnly day, CancellationToken ct) =>
        string.IsNullOrEmpty(code)
            ? null
            : Problem.OneOf(
                code,
                "plan.activity",
                await database
                    .Activities.AsNoTracking()
                    .On(day)
                    .OrderBy(activity => activity.Position)
                    .Select(activity => activity.Code)
                    .ToListAsync(ct)
            );
}
