using Campaign.Api;
using Campaign.Api.Recognition;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Recognition.Titles;

internal static class TitleEndpoints
{
    private const int MaxTitles = 500;

    public static RouteGroupBuilder MapTitles(this IEndpointRouteBuilder routes)
    {
        var titles = routes.MapGroup("/titles").WithTags("Titles");
        titles.MapGet("", ListAsync).AllowSignedIn();
        return titles;
    }

    /// <summary>All titles, those in force first: a catalogue of a few rows.</summary>
    private static async Task<Ok<Page<TitleView>>> ListAsync(RecognitionDb database, CancellationToken ct)
    {
        var titles = await database.Titles.AsNoTracking().OrderByDescending(title => title.ValidFrom).ThenBy(title => title.Code).ThenBy(title => title.SubjectKind)
            .Take(MaxTitles).ToListAsync(ct);
        return TypedResults.Ok(new Page<TitleView>([.. titles.Select(title => title.ToView())], null));
    }
}

internal static class TitleQueries
{
    /// <summary>The title as it is granted on a day.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static async Task<Title> TitleInForceAsync(this RecognitionDb database, string code, string subjectKind, DateOnly day, CancellationToken ct) =>
        await database.Titles.AsNoTracking().On(day)
            .Where(title => title.Code == code && title.SubjectKind == subjectKind)
            .OrderByDescending(title => title.ValidFrom).FirstOrDefaultAsync(ct)
        ?? throw Problem.Invalid($"No title '{code}' for the subject kind '{subjectKind}' is granted on {day:yyyy-MM-dd}. GET titles lists them.");
}
