using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Defaults.Access;
using Campaign.Defaults.Problems;
using Campaign.Defaults.Requests;
using Campaign.Messaging;
using Campaign.Organization.Search;
using Campaign.Organization.Units;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Members;

/// <summary>The members' register: look up, register, correct, transfer.</summary>
public static class MemberEndpoints
{
    public static RouteGroupBuilder MapMembers(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/members").WithTags("Members");
        members.MapGet("/", ListAsync).Allow(Access.MemberReaders);
        members.MapGet("/{id:guid}", GetAsync).Allow(Access.MemberReaders);
        members.MapPost("/", RegisterAsync).Allow(Access.Keepers);
        members.MapPut("/{id:guid}", UpdateAsync).Allow(Access.Keepers);
        return members;
    }

    /// <summary>Members of the caller's subtrees by unit and number, of one subtree, or matching words of the name or number.</summary>
    private static async Task<Page<MemberView>> ListAsync(
        string? under, string? search, string? cursor, int? limit, Caller caller, OrganizationDb db, CancellationToken ct)
    {
        var take = Cursor.Limit(limit);
        var members = db.Members.AsNoTracking().Within(caller, under, member => member.UnitPath).Matching(search, member => member.SearchText);
        if (Cursor.Decode(cursor, 2) is [var path, var number])
        {
            members = members.Where(member => EF.Functions.GreaterThan(ValueTuple.Create(member.UnitPath, member.Number), ValueTuple.Create(path, number)));
        }

        var rows = await members.OrderBy(member => member.UnitPath).ThenBy(member => member.Number).Take(take + 1).AsViews(db).ToListAsync(ct);
        return new Page<MemberView>(
            [.. rows.Take(take)], rows.Count > take ? Cursor.Encode(rows[take - 1].UnitPath, rows[take - 1].Number) : null);
    }

    private static async Task<MemberView> GetAsync(Guid id, Caller caller, OrganizationDb db, HttpResponse response, CancellationToken ct)
    {
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == id, ct);
        if (member is null || !caller.Covers(member.UnitPath))
        {
            throw Problem.NotFound("member");
        }

        Etags.Set(response, member.Version);
        return await db.ViewAsync(id, ct);
    }

    private static async Task<Created<MemberView>> RegisterAsync(
        RegisterMember request, Caller caller, OrganizationDb db, IEventLog events, CityDay day, HttpResponse response, CancellationToken ct)
    {
        var number = request.Number?.Trim() ?? "";
        Problem.Unless(!MemberNumber.LooksLikeCitizenId(number), "'number' looks like a citizen ID, which is not stored here. Use the member number.");
        Problem.Unless(MemberNumber.IsValid(number), $"'number' must have {MemberNumber.Rule}.");
        var fullName = Problem.Text(request.FullName, "fullName", Member.MaxFullName);
        Problem.Unless(request.JoinedOn is null || request.JoinedOn <= day.Today, "'joinedOn' lies in the future. Register the member from that day on.");
        var unit = await db.Units.CoveredAsync(request.UnitId, caller, ct);
        if (await db.Members.AnyAsync(other => other.Number == number, ct))
        {
            throw Problem.Conflict("number-taken", $"There is a member with the number '{number}' already. Look the member up, or transfer them from their unit.");
        }

        var member = Member.Register(number, fullName, unit, MemberStatuses.Active, request.JoinedOn);
        db.Members.Add(member);
        events.Append(member.Changed());
        await db.SaveChangesAsync(ct);
        Etags.Set(response, member.Version);
        return TypedResults.Created($"/members/{member.Id}", await db.ViewAsync(member.Id, ct));
    }

    private static async Task<MemberView> UpdateAsync(
        Guid id, UpdateMember request, Caller caller, OrganizationDb db, IEventLog events, HttpContext http, CancellationToken ct)
    {
        var member = await db.Members.CoveredAsync(id, caller, ct);
        Etags.Demand(http.Request, member.Version);
        var fullName = Problem.Text(request.FullName, "fullName", Member.MaxFullName);
        var status = Problem.OneOf(request.Status, "status", [.. MemberStatuses.All]);
        var unit = await db.Units.CoveredAsync(request.UnitId, caller, ct);
        if (member.Change(fullName, unit, status, member.JoinedOn))
        {
            events.Append(member.Changed());
            await db.SaveChangesAsync(ct);
        }

        Etags.Set(http.Response, member.Version);
        return await db.ViewAsync(id, ct);
    }
}
