using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Messaging.Log;
using Campaign.ServiceDefaults.Catalogues;
using Campaign.ServiceDefaults.Search;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Units;

/// <summary>The tree: look it up, grow it, rename its units.</summary>
public static class UnitEndpoints
{
    public static RouteGroupBuilder MapUnits(this IEndpointRouteBuilder app)
    {
        var units = app.MapGroup("/units").WithTags("Units");
        units.MapGet("/", ListAsync).Allow(OrganizationAccess.ReadUnits);
        units.MapGet("/{id:guid}", GetAsync).Allow(OrganizationAccess.ReadUnits);
        units.MapGet("/by-code/{code}", GetByCodeAsync).Allow(OrganizationAccess.ReadUnits);
        units
            .MapPost("/", CreateAsync)
            .Refuses(
                SharedProblems.NotFound,
                SharedProblems.AlreadyExists,
                OrganizationProblems.ParentClosed,
                OrganizationProblems.RootExists,
                OrganizationProblems.CodeTaken
            )
            .Allow(UnitActions.Create);
        units.MapPut("/{id:guid}", RenameAsync).Allow(UnitActions.Rename);
        return units;
    }

    /// <summary>
    /// Units of the caller's subtrees by path, of today or as of a day: those directly below a parent, or a whole subtree, of one type, or
    /// matching words.
    /// </summary>
    private static async Task<Page<UnitView>> ListAsync(
        Guid? parent,
        string? under,
        string? type,
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
            return await db.ListAsOfAsync(UnitsAsOf.Past(past, day), parent, under, type, search, cursor, take, caller, ct);
        }

        var units = db
            .Units.AsNoTracking()
            .Where(unit => unit.ValidTo == null)
            .Within(caller, under, unit => unit.Path)
            .Matching(search, unit => unit.SearchBeginnings);
        if (parent is not null)
        {
            units = units.Where(unit => unit.ParentId == parent);
        }

        if (type is not null)
        {
            await db.UnitTypes.OneOfAsync(type, nameof(type), null, ct);
            units = units.Where(unit => unit.Type == type);
        }

        if (Cursor.After<string>(cursor, out var last))
        {
#pragma warning disable CA1309 // runs as SQL; the column's collation is ordinal
            units = units.Where(unit => string.Compare(unit.Path, last) > 0);
#pragma warning restore CA1309
        }

        var rows = await units.OrderBy(unit => unit.Path).Take(take + 1).AsViews(db).ToListAsync(ct);
        return Cursor.Page(rows, take, unit => unit.WithDistrict().With(caller), unit => [unit.Path]);
    }

    private static async Task<UnitView> GetAsync(Guid id, Caller caller, OrganizationDb db, HttpResponse response, CancellationToken ct) =>
        await ViewAsync(await db.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == id, ct), caller, db, response, ct);

    private static async Task<UnitView> GetByCodeAsync(
        string code,
        Caller caller,
        OrganizationDb db,
        HttpResponse response,
        CancellationToken ct
    ) => await ViewAsync(await db.Units.AsNoTracking().SingleOrDefaultAsync(unit => unit.Code == code, ct), caller, db, response, ct);

    private static async Task<Created<UnitView>> CreateAsync(
        CreateUnit request,
        Caller caller,
        OrganizationDb db,
        IEventLog events,
        CityDay day,
        HttpResponse response,
        CancellationToken ct
    )
    {
        Problem.Unless(request.ValidFrom <= day.Today, "validFrom", OrganizationProblems.UnitToCome);
        Problem.Unless(UnitCode.IsValid(request.Code ?? ""), "code", OrganizationProblems.UnitCode);
        var name = Problem.Text(request.Name, "name", Unit.MaxName);
        var shortName = Problem.Text(request.ShortName, "shortName", Unit.MaxShortName);
        var type = await db.UnitTypes.OneOfAsync(request.Type, "type", day.Today, ct);
        var parent = request.ParentId is { } parentId ? await db.Units.DemandAsync(parentId, UnitActions.Create, caller, ct) : null;
        var unit = Unit.Create(request.Code!, name, shortName, type, parent, request.ValidFrom);
        await DemandPlaceAsync(unit, parent, caller, db, ct);
        db.Units.Add(unit);
        db.UnitVersions.Add(UnitVersion.Of(unit));
        foreach (var @event in unit.Created())
        {
            events.Append(@event);
        }

        await db.SaveChangesAsync(ct);
        Etags.Set(response, unit.Version);
        return TypedResults.Created($"/units/{unit.Id}", await db.ViewAsync(unit.Id, caller, ct));
    }

    private static async Task<UnitView> RenameAsync(
        Guid id,
        RenameUnit request,
        Caller caller,
        OrganizationDb db,
        IEventLog events,
        HttpContext http,
        CancellationToken ct
    )
    {
        var unit = await db.Units.DemandAsync(id, UnitActions.Rename, caller, ct);
        Etags.Demand(http.Request, unit.Version);
        var name = Problem.Text(request.Name, "name", Unit.MaxName);
        var shortName = Problem.Text(request.ShortName, "shortName", Unit.MaxShortName);
        if (unit.Change(name, shortName, unit.Type, unit.ValidFrom))
        {
            events.Append(unit.Changed());
            await db.AtomicallyAsync(
                async () =>
                {
                    await db.SaveChangesAsync(ct);
                    await db.CorrectAsync([unit.Id], ct);
                    return unit;
                },
                ct
            );
        }

        Etags.Set(http.Response, unit.Version);
        return await db.ViewAsync(id, caller, ct);
    }

    private static async Task DemandPlaceAsync(Unit unit, Unit? parent, Caller caller, OrganizationDb db, CancellationToken ct)
    {
        if (parent is null)
        {
            Problem.Unless(caller.Has(Roles.Operator), "parentId", OrganizationProblems.RootByOperator);
            caller.Demand(unit.Path);
            if (await db.Units.AnyAsync(other => other.ParentId == null, ct))
            {
                throw new Problem(OrganizationProblems.RootExists);
            }
        }

        Problem.Unless(!unit.IsDistrict || UnitCode.IsFreeForDistrict(unit.Code), "code", OrganizationProblems.DistrictCode);
        Problem.Unless(unit.Path.Length <= Unit.MaxPath, "code", OrganizationProblems.PathTooLong, unit.PathLength());
        if (await db.Units.AnyAsync(other => other.Code == unit.Code, ct))
        {
            throw new Problem(OrganizationProblems.CodeTaken, ("code", unit.Code));
        }
    }

    private static async Task<UnitView> ViewAsync(Unit? unit, Caller caller, OrganizationDb db, HttpResponse response, CancellationToken ct)
    {
        if (unit is null || !caller.Covers(unit.Path))
        {
            throw Problem.NotFound("unit");
        }

        Etags.Set(response, unit.Version);
        return await db.ViewAsync(unit.Id, caller, ct);
    }
}
