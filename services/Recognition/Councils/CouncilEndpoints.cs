using Campaign.Api;
using Campaign.Api.Problems;
using Campaign.Api.Recognition;
using Campaign.Contracts;
using Campaign.Directories.Units;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Recognition.Councils;

internal static class CouncilEndpoints
{
    /// <summary>For a unit and those below it.</summary>
    internal static readonly ActionRule<string> Create = new("create-council", [Roles.DistrictOfficer, Roles.CityOfficer], path => path);

    public static RouteGroupBuilder MapCouncils(this IEndpointRouteBuilder routes)
    {
        var councils = routes.MapGroup("/councils").WithTags("Councils");
        councils.MapGet("", ListAsync).Allow(Roles.Council, Roles.Secretary, Roles.DistrictOfficer, Roles.CityOfficer, Roles.Analyst);
        councils.MapPost("", CreateAsync).Allow(Create).Refuses(SharedProblems.NotFound);
        return councils;
    }

    /// <summary>Councils of the caller's units, and those above that a secretary nominates to.</summary>
    private static async Task<Ok<Page<CouncilView>>> ListAsync(
        string? cursor,
        int? limit,
        RecognitionDb database,
        Caller caller,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        var after = Cursor.Id(cursor);
        string[] above = [.. caller.Paths.SelectMany(UnitPath.Ancestors).Distinct()];
        var rows = await database
            .Councils.AsNoTracking()
            .Within(caller.Paths, council => council.UnitPath)
            .Union(database.Councils.AsNoTracking().Where(council => above.Contains(council.UnitPath)))
            .Where(council => after == null || council.Id > after)
            .OrderBy(council => council.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        return TypedResults.Ok(Cursor.Page(rows, size, council => council.ToView(), council => [council.Id]));
    }

    private static async Task<Created<CouncilView>> CreateAsync(
        CreateCouncil request,
        RecognitionDb database,
        Caller caller,
        CancellationToken ct
    )
    {
        var name = Problem.Text(request.Name, "name", 200);
        Guid[] members = [.. (request.MemberIds ?? []).Distinct()];
        Problem.Unless(
            members.Length is >= Council.MinMembers and <= Council.MaxMembers,
            "memberIds",
            RecognitionProblems.DifferentMembers,
            ("min", Council.MinMembers),
            ("max", Council.MaxMembers),
            ("given", members.Length)
        );
        var unit = await database.UnitAsync(request.UnitId, ct);
        Create.Demand(caller, unit.Path);
        var known = await database.Members.Where(member => members.Contains(member.Id)).Select(member => member.Id).ToListAsync(ct);
        foreach (var (index, member) in request.MemberIds!.Index())
        {
            Problem.Unless(known.Contains(member), $"memberIds[{index}]", RecognitionProblems.UnknownMember);
        }

        var council = new Council
        {
            Name = name,
            UnitId = unit.Id,
            UnitPath = unit.Path,
            UnitName = unit.Name,
            MemberIds = members,
        };
        database.Councils.Add(council);
        await database.SaveChangesAsync(ct);
        return TypedResults.Created($"/councils/{council.Id}", council.ToView());
    }
}
