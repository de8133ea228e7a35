using Campaign.Api;
using Campaign.Api.Evaluation;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Evaluation.RuleSets;

internal static class RuleSetEndpoints
{
    private const int MaxSets = 200;

    public static RouteGroupBuilder MapRuleSets(this IEndpointRouteBuilder routes)
    {
        var sets = routes.MapGroup("/rule-sets").WithTags("Rule sets");
        sets.MapGet("", ListAsync).AllowSignedIn();
        return sets;
    }

    /// <summary>All rule sets, newest first: a catalogue of a few rows.</summary>
    private static async Task<Ok<Page<RuleSetView>>> ListAsync(EvaluationDb database, CancellationToken ct)
    {
        var sets = await database
            .RuleSets.AsNoTracking()
            .Include(set => set.Bands)
            .OrderByDescending(set => set.ValidFrom)
            .ThenBy(set => set.Code)
            .ThenByDescending(set => set.Version)
            .Take(MaxSets)
            .ToListAsync(ct);
        return TypedResults.Ok(new Page<RuleSetView>([.. sets.Select(set => set.ToView())], null));
    }
}

internal static class RuleSetQueries
{
    /// <summary>The rule set named <c>code/version</c>, with bands and conditions; null when there is none.</summary>
    public static async Task<RuleSet?> RuleSetAsync(this EvaluationDb database, string reference, string subjectKind, CancellationToken ct)
    {
        var parts = reference.Split('/');
        return parts.Length == 2 && int.TryParse(parts[1], out var version)
            ? await Full(database).SingleOrDefaultAsync(s => s.Code == parts[0] && s.Version == version && s.SubjectKind == subjectKind, ct)
            : null;
    }

    /// <summary>The rule set in force on a day.</summary>
    public static async Task<RuleSet> RuleSetInForceAsync(
        this EvaluationDb database,
        string subjectKind,
        DateOnly day,
        CancellationToken ct
    ) =>
        await Full(database)
            .On(day)
            .Where(s => s.SubjectKind == subjectKind)
            .OrderByDescending(s => s.ValidFrom)
            .ThenByDescending(s => s.Version)
            .FirstOrDefaultAsync(ct)
        ?? throw new Problem(EvaluationProblems.NoRuleSet, ("kind", subjectKind), ("day", day));

    private static IQueryable<RuleSet> Full(EvaluationDb database) =>
        database.RuleSets.AsNoTracking().Include(set => set.Bands).Include(set => set.Conditions).AsSplitQuery();
}
