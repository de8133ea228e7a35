using Campaign.Api;
using Campaign.Api.Recognition;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.ServiceDefaults.Audit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Recognition.Candidates;

internal static class CandidateEndpoints
{
    public static RouteGroupBuilder MapCandidates(this IEndpointRouteBuilder routes)
    {
        var candidates = routes.MapGroup("/candidates").WithTags("Candidates");
        candidates.MapGet("", ListAsync).Allow(Roles.Secretary, Roles.Council, Roles.DistrictOfficer, Roles.CityOfficer);
        return candidates;
    }

    /// <summary>By unit; a candidate's rank is part of an evaluation, so the read is audited.</summary>
    private static async Task<Ok<Page<CandidateView>>> ListAsync(
        string? under,
        string? subjectKind,
        int? year,
        string? cursor,
        int? limit,
        RecognitionDb database,
        Caller caller,
        IAudit audit,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        _ = subjectKind is null ? null : Problem.OneOf(subjectKind, "subjectKind", SubjectKinds.All);
        var rows = await After(database.Candidates.AsNoTracking(), cursor)
            .Where(candidate => candidate.Rank == Ranks.Excellent || candidate.Rank == Ranks.Good)
            .Where(candidate => (subjectKind == null || candidate.SubjectKind == subjectKind) && (year == null || candidate.Year == year))
            .Within(caller, under, candidate => candidate.UnitPath)
            .OrderBy(candidate => candidate.UnitPath)
            .ThenBy(candidate => candidate.SubjectId)
            .ThenBy(candidate => candidate.Year)
            .Take(size + 1)
            .Select(candidate => new
            {
                Candidate = candidate,
                Name = candidate.SubjectKind == SubjectKinds.Member
                    ? database.Members.Where(member => member.Id == candidate.SubjectId).Select(member => member.FullName).FirstOrDefault()
                    : database.Units.Where(unit => unit.Id == candidate.SubjectId).Select(unit => unit.Name).FirstOrDefault(),
                UnitName = database.Units.Where(unit => unit.Path == candidate.UnitPath).Select(unit => unit.Name).FirstOrDefault(),
            })
            .ToListAsync(ct);
        var shown = rows.Take(size).ToList();
        if (shown.Count > 0)
        {
            audit.Record("read", nameof(Candidate), "list", new { subjects = shown.Select(row => row.Candidate.SubjectId) });
            await database.SaveChangesAsync(ct);
        }

        var items = shown.Select(row => new CandidateView(
            row.Candidate.SubjectKind,
            row.Candidate.SubjectId,
            row.Name ?? "",
            row.Candidate.UnitPath,
            row.UnitName ?? row.Candidate.UnitPath,
            row.Candidate.Year,
            row.Candidate.Rank,
            row.Candidate.Score
        ));
        return TypedResults.Ok(
            new Page<CandidateView>(
                [.. items],
                Cursor.Next(rows, size, row => [row.Candidate.UnitPath, row.Candidate.SubjectId, row.Candidate.Year])
            )
        );
    }

    private static IQueryable<Candidate> After(IQueryable<Candidate> rows, string? cursor) =>
        Cursor.After<string, Guid, int>(cursor, out var path, out var subject, out var year)
            ? rows.Where(c =>
                EF.Functions.GreaterThan(ValueTuple.Create(c.UnitPath, c.SubjectId, c.Year), ValueTuple.Create(path, subject, year))
            )
            : rows;
}
