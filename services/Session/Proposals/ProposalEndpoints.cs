using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Requests;
using Campaign.Sessions.Acting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Proposals;

/// <summary>What the directives still ask a unit to hold, the most urgent first.</summary>
public static class ProposalEndpoints
{
    public static RouteGroupBuilder MapProposals(this IEndpointRouteBuilder routes)
    {
        var proposals = routes.MapGroup("/proposals").WithTags("Proposals");
        proposals.MapGet("/", ListAsync).Allow(UnitActions.ReadReports);
        return proposals;
    }

    private static async Task<Ok<Page<ProposalView>>> ListAsync(
        string? under,
        string? cursor,
        int? limit,
        Caller caller,
        SessionDb database,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        var rows = database
            .Proposals.AsNoTracking()
            .Where(proposal =>
                !proposal.Completed
                && !database.Sessions.Any(session =>
                    session.AssignmentId == proposal.AssignmentId && session.State != SessionStates.Cancelled
                )
            )
            .Within(caller, under, proposal => proposal.UnitPath);
        if (Cursor.After<DateOnly, Guid>(cursor, out var dueOn, out var assignment))
        {
            rows = rows.Where(proposal =>
                EF.Functions.GreaterThan(ValueTuple.Create(proposal.DueOn, proposal.AssignmentId), ValueTuple.Create(dueOn, assignment))
            );
        }

        var page = await rows.OrderBy(proposal => proposal.DueOn)
            .ThenBy(proposal => proposal.AssignmentId)
            .Take(size + 1)
            .Select(proposal => new ProposalView(
                proposal.AssignmentId,
                proposal.DirectiveId,
                proposal.UnitId,
                proposal.UnitPath,
                database.Units.Where(unit => unit.Id == proposal.UnitId).Select(unit => unit.Name).FirstOrDefault() ?? proposal.UnitPath,
                proposal.CampaignId,
                proposal.Kind,
                proposal.Title,
                proposal.DueOn,
                Array.Empty<string>()
            ))
            .ToListAsync(ct);
        return TypedResults.Ok(
            Cursor.Page(
                page,
                size,
                row => row with { May = new[] { UnitActions.Schedule }.May(caller, row.UnitPath) },
                row => [row.DueOn, row.AssignmentId]
            )
        );
    }
}
