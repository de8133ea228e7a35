using Campaign.Api.Recognition;
using Campaign.Hosting.Problems;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Recognition.Titles;

internal static class TitleQueries
{
    /// <summary>The title as it is granted on a day.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static async Task<Title> TitleInForceAsync(
        this RecognitionDb database,
        string code,
        string subjectKind,
        DateOnly day,
        CancellationToken ct
    ) =>
        await database
            .Titles.AsNoTracking()
            .On(day)
            .Where(title => title.Code == code && title.SubjectKind == subjectKind)
            .OrderByDescending(title => title.ValidFrom)
            .FirstOrDefaultAsync(ct)
        ?? throw Problem.Invalid(
            "title",
            RecognitionProblems.TitleInForce,
            ("kind", subjectKind),
            ("day", day),
            ("allowed", await database.TitlesAsync(subjectKind, day, ct))
        );

    private static Task<List<string>> TitlesAsync(this RecognitionDb database, string subjectKind, DateOnly day, CancellationToken ct) =>
        database
            .Titles.On(day)
            .Where(title => title.SubjectKind == subjectKind)
            .Select(title => title.Code)
            .Distinct()
            .Order()
            .ToListAsync(ct);
}
