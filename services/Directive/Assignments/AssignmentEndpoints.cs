using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.ServiceDefaults.Catalogues;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Assignments;

/// <summary>What units are asked for, and what they do about it.</summary>
public static class AssignmentEndpoints
{
    private static readonly ProblemType[] s_done = [DirectiveProblems.AssignmentRecalled, DirectiveProblems.AlreadyCompleted];

    public static RouteGroupBuilder MapAssignments(this IEndpointRouteBuilder app)
    {
        var assignments = app.MapGroup("/assignments").WithTags("Assignments");
        assignments.MapGet("/", ListAsync).Allow(DirectiveAccess.Read);
        assignments.MapGet("/{id:guid}", GetAsync).Allow(DirectiveAccess.Read);
        assignments.MapGet("/{id:guid}/notes", NotesAsync).Allow(DirectiveAccess.Read);
        assignments
            .MapPost("/{id:guid}/acknowledge", AcknowledgeAsync)
            .Allow(AssignmentActions.Acknowledge)
            .Refuses([.. s_done, DirectiveProblems.DoneAlready]);
        assignments.MapPost("/acknowledge", ManyAssignmentsAtOnce.AcknowledgeAsync).Allow(Roles.Secretary);
        assignments
            .MapPost("/{id:guid}/plan", PlanAsync)
            .Allow(AssignmentActions.Plan)
            .Refuses([.. s_done, DirectiveProblems.NothingToPlan, DirectiveProblems.DoneAlready]);
        assignments
            .MapPost("/{id:guid}/begin", BeginAsync)
            .Allow(AssignmentActions.Begin)
            .Refuses([.. s_done, DirectiveProblems.NothingToPlan, DirectiveProblems.DoneAlready]);
        assignments
            .MapPost("/{id:guid}/report", ReportAsync)
            .Allow(AssignmentActions.Report)
            .Refuses([.. s_done, DirectiveProblems.NoReportAsked]);
        assignments.MapPost("/{id:guid}/extension", AskExtensionAsync).Allow(AssignmentActions.AskExtension).Refuses(s_done);
        return assignments;
    }

    /// <param name="state">A state, <c>open</c> (the unit has still to do something), <c>overdue</c> or <c>extension-asked</c>.</param>
    private static async Task<Ok<Page<AssignmentView>>> ListAsync(
        Guid? directive,
        Guid? unit,
        string? under,
        string? state,
        string? requirement,
        string? cursor,
        int? limit,
        Caller caller,
        DirectiveDb db,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var today = time.Today();
        var rows = db.Assignments.Within(caller, under, assignment => assignment.UnitPath);
        rows = directive is null ? rows : rows.Where(a => a.DirectiveId == directive);
        rows = unit is null ? rows : rows.Where(a => a.UnitId == unit);
        if (requirement is not null)
        {
            await db.RequirementKinds.OneOfAsync(requirement, "requirement", null, ct);
            rows = rows.Where(a => a.Requirement == requirement);
        }

        return TypedResults.Ok(await db.PageAsync(InState(rows, state, today), cursor, limit, caller, today, ct));
    }

    private static IQueryable<Assignment> InState(IQueryable<Assignment> rows, string? state, DateOnly today)
    {
        string[] open = [.. AssignmentStates.Open];
        switch (state)
        {
            case null:
                return rows;
            case "open":
                return rows.Where(a => open.Contains(a.State));
            case "overdue":
                return rows.Where(a => open.Contains(a.State) && a.DueOn < today && a.IssuedOn < today);
            case "extension-asked":
                return rows.Where(a => a.AskedUntil != null);
            default:
                Problem.OneOf(state, "state", [.. AssignmentStates.All, "open", "overdue", "extension-asked"]);
                return rows.Where(a => a.State == state);
        }
    }

    private static async Task<Ok<AssignmentView>> GetAsync(
        Guid id,
        Caller caller,
        DirectiveDb db,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var assignment = await FindAsync(id, caller, db, ct);
        Etags.Set(response, assignment.Version);
        return TypedResults.Ok(await db.ViewAsync(assignment, caller, time.Today(), ct));
    }

    private static async Task<Ok<Page<AssignmentNoteView>>> NotesAsync(
        Guid id,
        string? cursor,
        int? limit,
        Caller caller,
        DirectiveDb db,
        CancellationToken ct
    )
    {
        await FindAsync(id, caller, db, ct);
        var size = Cursor.Limit(limit);
        var after = Cursor.Id(cursor) ?? Guid.Empty;
        var notes = await db
            .AssignmentNotes.AsNoTracking()
            .Where(note => note.AssignmentId == id && note.Id.CompareTo(after) > 0)
            .OrderBy(note => note.Id)
            .Take(size + 1)
            .ToListAsync(ct);
        return TypedResults.Ok(Cursor.Page(notes, size, note => note.View(), note => [note.Id]));
    }

    private static async Task<Assignment> FindAsync(Guid id, Caller caller, DirectiveDb db, CancellationToken ct)
    {
        var assignment = await db.Assignments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct)
            ?? throw Problem.NotFound("assignment");
        caller.Demand(assignment.UnitPath);
        return assignment;
    }

    private static Task<Ok<AssignmentView>> AcknowledgeAsync(
        Guid id,
        Acknowledge acknowledge,
        AssignmentRequest request,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var on = time.DayOf(acknowledge.On);
        return request.ChangeAsync(id, AssignmentActions.Acknowledge, "acknowledged", assignment => assignment.Acknowledge(on), null, ct);
    }

    private static Task<Ok<AssignmentView>> PlanAsync(
        Guid id,
        AssignmentText plan,
        AssignmentRequest request,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var text = Problem.Text(plan.Text, "text", AssignmentNote.MaxLength);
        return request.ChangeAsync(id, AssignmentActions.Plan, "planned", assignment => assignment.Plan(time.Today()), new Noted(text), ct);
    }

    private static Task<Ok<AssignmentView>> BeginAsync(Guid id, AssignmentRequest request, TimeProvider time, CancellationToken ct) =>
        request.ChangeAsync(id, AssignmentActions.Begin, "begun", assignment => assignment.Begin(time.Today()), null, ct);

    private static Task<Ok<AssignmentView>> ReportAsync(
        Guid id,
        ReportAssignment report,
        AssignmentRequest request,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var on = time.DayOf(report.On);
        var text = Problem.Text(report.Text, "text", AssignmentNote.MaxLength);
        return request.ChangeAsync(
            id,
            AssignmentActions.Report,
            "reported",
            assignment => assignment.HandIn(text, on),
            new Noted(text),
            ct
        );
    }

    private static Task<Ok<AssignmentView>> AskExtensionAsync(
        Guid id,
        AskExtension ask,
        AssignmentRequest request,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var reason = Problem.Text(ask.Reason, "reason", AssignmentNote.MaxLength);
        return request.ChangeAsync(
            id,
            AssignmentActions.AskExtension,
            "extension-asked",
            assignment => assignment.AskExtension(ask.Until, time.Today()),
            new Noted(reason, ask.Until),
            ct
        );
    }
}
