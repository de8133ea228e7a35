using Campaign.Api.Organization;
using Campaign.Hosting.Access;
using Campaign.Organization.Members;
using Campaign.Organization.Units;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Reorganisation;

/// <summary>What a unit came from, what became of it, and what it was called and where it hung in between.</summary>
public static class LineageEndpoints
{
    private const int MaxLinks = 1000;

    public static RouteGroupBuilder MapLineage(this IEndpointRouteBuilder app)
    {
        var lineage = app.MapGroup("/units/{id:guid}").WithTags("Lineage");
        lineage.MapGet("/lineage", LineageAsync).Allow(OrganizationAccess.ReadUnits);
        lineage.MapGet("/versions", VersionsAsync).Allow(OrganizationAccess.ReadUnits);
        return lineage;
    }

    private static async Task<LineageView> LineageAsync(Guid id, Caller caller, OrganizationDb db, CancellationToken ct)
    {
        await db.Units.CoveredAsync(id, caller, ct);
        var back = await LinksAsync(
            db.Lineage.FromSql(
                $"""
                with recursive chain as (
                    select * from lineage where successor_id = {id}
                    union select l.* from lineage l join chain c on l.successor_id = c.predecessor_id)
                select * from chain
                """
            ),
            db,
            ct
        );
        var forward = await LinksAsync(
            db.Lineage.FromSql(
                $"""
                with recursive chain as (
                    select * from lineage where predecessor_id = {id}
                    union select l.* from lineage l join chain c on l.predecessor_id = c.successor_id)
                select * from chain
                """
            ),
            db,
            ct
        );
        return new LineageView(back, forward);
    }

    private static Task<List<LineageLink>> LinksAsync(IQueryable<Lineage> links, OrganizationDb db, CancellationToken ct) =>
        (
            from link in links.AsNoTracking()
            join predecessor in db.Units on link.PredecessorId equals predecessor.Id
            join successor in db.Units on link.SuccessorId equals successor.Id
            join decision in db.Decisions on link.DecisionId equals decision.Id
            orderby link.On, predecessor.Code, successor.Code
            select new LineageLink(
                predecessor.Id,
                predecessor.Code,
                predecessor.Name,
                successor.Id,
                successor.Code,
                successor.Name,
                link.Kind,
                link.On,
                decision.Id,
                decision.Number
            )
        )
            .Take(MaxLinks)
            .ToListAsync(ct);

    private static async Task<IReadOnlyList<UnitVersionView>> VersionsAsync(Guid id, Caller caller, OrganizationDb db, CancellationToken ct)
    {
        await db.Units.CoveredAsync(id, caller, ct);
        return await (
            from version in db.UnitVersions.AsNoTracking()
            where version.UnitId == id
            orderby version.ValidFrom
            select new UnitVersionView(
                version.ValidFrom,
                version.ValidTo,
                version.Name,
                version.ShortName,
                version.Type,
                version.Path,
                db.UnitVersions.Where(parent => parent.UnitId == version.ParentId && parent.ValidFrom <= version.ValidFrom)
                    .OrderByDescending(parent => parent.ValidFrom)
                    .Select(parent => parent.Name)
                    .FirstOrDefault(),
                db.Decisions.Where(decision => decision.Id == version.DecisionId).Select(decision => decision.Number).FirstOrDefault()
            )
        )
            .Take(MaxLinks)
            .ToListAsync(ct);
    }
}
