using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Defaults.Access;
using Campaign.Defaults.Audit;
using Campaign.Defaults.Problems;
using Campaign.Defaults.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Assignments;

/// <summary>What units are asked for: lists, acknowledging and reporting.</summary>
public static class AssignmentEndpoints
{
    private const int MaxReportLength = 4000;

    public static RouteGroupBuilder MapAssignments(this IEndpointRouteBuilder app)
    {
        var assignments = app.MapGroup("/assignments").WithTags("Assignments");
        assignments.MapGet("/", ListAsync).Allow(Reading.Readers);
        assignments.MapGet("/{id:guid}", GetAsync).Allow(Reading.Readers);
        assignments.MapPost("/{id:guid}/acknowledge", AcknowledgeAsync).Allow(Roles.Secretary);
        assignments.MapPost("/acknowledge", AcknowledgingMany.HandleAsync).Allow(Roles.Secretary);
        assignments.MapPost("/{id:guid}/report", ReportAsync).Allow(Roles.Secretary);
        return assignments;
    }

    /// <param name="state">A state, or <c>overdue</c>.</param>
    private static async Task<Ok<Page<AssignmentView>>> ListAsync(
        Guid? directive, Guid? unit, string? under, string? state, string? requirement, string? cursor, int? limit,
        Caller caller, DirectiveDb db, TimeProvider time, CancellationToken ct)
    {
        var today = time.Today();
        var rows = db.Assignments.Within(caller, under, assignment => assignment.UnitPath);
        rows = directive is null ? rows : rows.Where(a => a.DirectiveId == directive);
        rows = unit is null ? rows : rows.Where(a => a.UnitId == unit);
        if (requirement is not null)
        {
            Problem.OneOf(requirement, "requirement", RequirementKinds.All);
            rows = rows.Where(a => a.Requirement == requirement);
        }

        if (state == "overdue")
        {
            rows = rows.Where(a => a.State != AssignmentStates.Completed && a.DueOn < today && a.IssuedOn < today);
        }
        else if (state is not null)
        {
            Problem.OneOf(state, "state", [.. AssignmentStates.All, "overdue"]);
            rows = rows.Where(a => a.State == state);
        }

        return TypedResults.Ok(await db.PageAsync(rows, cursor, limit, today, ct));
    }

    private static async Task<Ok<AssignmentView>> GetAsync(
        Guid id, Caller caller, DirectiveDb db, TimeProvider time, HttpResponse response, CancellationToken ct)
    {
        var assignment = await db.Assignments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw Problem.NotFound("assignment");
        caller.Demand(assignment.UnitPath);
        Etags.Set(response, assignment.Version);
        return TypedResults.Ok(await db.ViewAsync(assignment, time.Today(), ct));
    }

    private static Task<Ok<AssignmentView>> AcknowledgeAsync(
        Guid id, Acknowledge acknowledge, AssignmentRequest request, HttpResponse response, TimeProvider time, CancellationToken ct)
    {
        var on = time.DayOf(acknowledge.On);
        return request.ChangeAsync(id, "acknowledged", assignment => assignment.Acknowledge(on), response, ct);
    }

    private static Task<Ok<AssignmentView>> ReportAsync(
        Guid id, ReportAssignment report, AssignmentRequest request, HttpResponse response, TimeProvider time, CancellationToken ct)
    {
        var on = time.DayOf(report.On);
        var text = Problem.Text(report.Text, "text", MaxReportLength);
        return request.ChangeAsync(id, "reported", assignment => assignment.HandIn(text, on), response, ct);
    }
}

/// <summary>A signed-in person changes one assignment: scope, rule, audit and answer.</summary>
internal sealed class AssignmentRequest(DirectiveDb db, AssignmentChanges changes, Caller caller, IAudit audit, TimeProvider time)
{
    public async Task<Ok<AssignmentView>> ChangeAsync(
        Guid id, string action, Func<Assignment, IReadOnlyList<CampaignEvent>> rule, HttpResponse response, CancellationToken ct)
    {
        var assignment = await db.TogetherAsync(async () =>
        {
            audit.Record(action, nameof(Assignment), id.ToString());
            return await changes.ChangeAsync(id, found =>
            {
                caller.Demand(found.UnitPath);
                return rule(found);
            }, ct);
        }, ct);
        Etags.Set(response, assignment.Version);
        return TypedResults.Ok(await db.ViewAsync(assignment, time.Today(), ct));
    }
}
