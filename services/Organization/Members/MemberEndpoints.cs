using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Messaging.Log;
using Campaign.Organization.Units;
using Campaign.ServiceDefaults.Catalogues;
using Campaign.ServiceDefaults.Search;
using Campaign.Texts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Members;

/// <summary>The members' register: look up, register, correct, transfer.</summary>
public static class MemberEndpoints
{
    /// <summary>As many matches are sorted sooner than a walk through all members finds the first of them.</summary>
    private const int Few = 2_000;

    public static RouteGroupBuilder MapMembers(this IEndpointRouteBuilder app)
    {
        var members = app.MapGroup("/members").WithTags("Members");
        members.MapGet("/", ListAsync).Allow(OrganizationAccess.ReadMembers);
        members.MapGet("/{id:guid}", GetAsync).Allow(OrganizationAccess.ReadMembers);
        members.MapGet("/{id:guid}/history", HistoryAsync).Allow(OrganizationAccess.ReadMembers);
        members
            .MapPost("/", RegisterAsync)
            .Refuses(
                SharedProblems.NotFound,
                SharedProblems.AlreadyExists,
                OrganizationProblems.UnitEnded,
                OrganizationProblems.NumberTaken
            )
            .Allow(UnitActions.Register);
        members.MapPut("/{id:guid}", UpdateAsync).Refuses(OrganizationProblems.UnitEnded).Allow(MemberActions.Update);
        return members;
    }

    /// <summary>Members of the caller's subtrees by unit and number, of one subtree, or matching words of the name or number.</summary>
    private static async Task<Page<MemberView>> ListAsync(
        string? under,
        string? search,
        DateOnly? asOf,
        string? cursor,
        int? limit,
        Caller caller,
        OrganizationDb db,
        CityDay day,
        CancellationToken ct
    )
    {
        var take = Cursor.Limit(limit);
        if (asOf is { } past)
        {
            Problem.Unless(search is null, "search", OrganizationProblems.NotWithAsOf);
            return await db.ListAsOfAsync(UnitsAsOf.Past(past, day), under, cursor, take, caller, ct);
        }

        var members = db
            .Members.AsNoTracking()
            .Within(caller, under, member => member.UnitPath)
            .Matching(search, member => member.SearchBeginnings);
        if (Cursor.After<string, string>(cursor, out var path, out var number))
        {
            members = members.Where(member =>
                EF.Functions.GreaterThan(ValueTuple.Create(member.UnitPath, member.Number), ValueTuple.Create(path, number))
            );
        }

        // whoever has a certain number sits in certain units: to walk through all units until they come would take as long as there are
        // members
        var inOrder =
            SearchText.HasNumber(search) && await members.Take(Few + 1).CountAsync(ct) <= Few
                ? members.OrderBy(member => member.UnitPath + "") // no index is in this order: found first, then sorted
                : members.OrderBy(member => member.UnitPath);
        var rows = await inOrder.ThenBy(member => member.Number).Take(take + 1).AsViews(db).ToListAsync(ct);
        return Cursor.Page(rows, take, member => member.With(caller), member => [member.UnitPath, member.Number]);
    }

    private static async Task<MemberView> GetAsync(Guid id, Caller caller, OrganizationDb db, HttpResponse response, CancellationToken ct)
    {
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Id == id, ct);
        if (member is null || !caller.Covers(member.UnitPath))
        {
            throw Problem.NotFound("member");
        }

        Etags.Set(response, member.Version);
        return await db.ViewAsync(id, caller, ct);
    }

    /// <summary>Where the member was at home and with which status, the oldest first, the present last.</summary>
    private static async Task<IReadOnlyList<MemberPeriodView>> HistoryAsync(Guid id, Caller caller, OrganizationDb db, CancellationToken ct)
    {
        var member = await db.Members.CoveredAsync(id, caller, ct);
        var periods = await (
            from period in db.MemberHistory.AsNoTracking()
            where period.MemberId == id
            join unit in db.Units on period.UnitId equals unit.Id
            orderby period.ValidFrom
            select new MemberPeriodView(
                period.UnitId,
                unit.Name,
                period.Status,
                period.ValidFrom,
                period.ValidTo,
                db.Decisions.Where(decision => decision.Id == period.DecisionId).Select(decision => decision.Number).FirstOrDefault()
            )
        )
            .Take(Cursor.MaxLimit)
            .ToListAsync(ct);
        var home = await db.Units.Where(unit => unit.Id == member.UnitId).Select(unit => unit.Name).SingleAsync(ct);
        return [.. periods, new MemberPeriodView(member.UnitId, home, member.Status, member.Since, null, null)];
    }

    private static async Task<Created<MemberView>> RegisterAsync(
        RegisterMember request,
        Caller caller,
        OrganizationDb db,
        IEventLog events,
        CityDay day,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var number = request.Number?.Trim() ?? "";
        Problem.Unless(!MemberNumber.LooksLikeCitizenId(number), "number", OrganizationProblems.CitizenId);
        Problem.Unless(MemberNumber.IsValid(number), "number", OrganizationProblems.MemberNumber);
        var fullName = Problem.Text(request.FullName, "fullName", Member.MaxFullName);
        var facts = new PersonalFacts(request.JoinedOn, request.OfficialSince, request.Sex, request.BirthYear).Checked(day.Today);
        await DemandSexAsync(request.Sex, db, day, ct);
        var unit = await db.Units.DemandAsync(request.UnitId, UnitActions.Register, caller, ct);
        if (await db.Members.AnyAsync(other => other.Number == number, ct))
        {
            throw new Problem(OrganizationProblems.NumberTaken, ("number", number));
        }

        var member = Member.Register(number, fullName, unit, MemberStatuses.Active, request.JoinedOn ?? day.Today, facts);
        db.Members.Add(member);
        events.Append(member.Changed());
        await db.SaveChangesAsync(ct);
        Etags.Set(response, member.Version);
        return TypedResults.Created($"/members/{member.Id}", await db.ViewAsync(member.Id, caller, ct));
    }

    private static async Task<MemberView> UpdateAsync(
        Guid id,
        UpdateMember request,
        Caller caller,
        OrganizationDb db,
        IEventLog events,
        CityDay day,
        HttpContext http,
        CancellationToken ct
    )
    {
        var member = await db.Members.DemandAsync(id, MemberActions.Update, caller, ct);
        Etags.Demand(http.Request, member.Version);
        var fullName = Problem.Text(request.FullName, "fullName", Member.MaxFullName);
        var unit =
            request.UnitId == member.UnitId
                ? await db.Units.SingleAsync(home => home.Id == member.UnitId, ct)
                : await db.Units.DemandAsync(request.UnitId, UnitActions.Register, caller, ct);
        var on = request.On ?? day.Today;
        await DemandSexAsync(request.Sex, db, day, ct);
        Problem.Unless(on <= day.Today, "on", FieldCodes.TooLate, ("latest", day.Today));
        Problem.Unless(on >= member.Since, "on", FieldCodes.TooEarly, ("earliest", member.Since));
        var status = await db.MemberStatuses.OneOfAsync(request.Status, "status", on, ct);
        var facts = new PersonalFacts(
            request.JoinedOn ?? member.JoinedOn,
            request.OfficialSince ?? member.OfficialSince,
            request.Sex ?? member.Sex,
            request.BirthYear ?? member.BirthYear
        );
        var (changed, before) = member.Change(fullName, unit, status, on, facts.Checked(day.Today));
        if (changed)
        {
            if (before is not null)
            {
                db.MemberHistory.Add(before);
            }

            events.Append(member.Changed());
            await db.SaveChangesAsync(ct);
        }

        Etags.Set(http.Response, member.Version);
        return await db.ViewAsync(id, caller, ct);
    }

    private static async Task DemandSexAsync(string? sex, OrganizationDb db, CityDay day, CancellationToken ct)
    {
        if (sex is not null)
        {
            await db.Sexes.OneOfAsync(sex, "sex", day.Today, ct);
        }
    }
}
