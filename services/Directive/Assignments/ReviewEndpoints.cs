using Campaign.Api.Directive;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Directives.Assignments;

/// <summary>What superiors decide about the work of the units below them. Nobody decides about their own unit's.</summary>
public static class ReviewEndpoints
{
    public static RouteGroupBuilder MapReviews(this IEndpointRouteBuilder app)
    {
        var reviews = app.MapGroup("/assignments").WithTags("Assignments");
        reviews
            .MapPost("/{id:guid}/accept", AcceptAsync)
            .Allow(AssignmentActions.Accept)
            .Refuses(DirectiveProblems.OwnWork, DirectiveProblems.NothingReported);
        reviews
            .MapPost("/{id:guid}/return", ReturnAsync)
            .Allow(AssignmentActions.Return)
            .Refuses(DirectiveProblems.OwnWork, DirectiveProblems.NothingReported);
        reviews
            .MapPost("/{id:guid}/close", CloseAsync)
            .Allow(AssignmentActions.Close)
            .Refuses(DirectiveProblems.OwnWork, DirectiveProblems.NotAccepted);
        reviews
            .MapPost("/{id:guid}/recall", RecallAsync)
            .Allow(AssignmentActions.Recall)
            .Refuses(DirectiveProblems.OwnWork, DirectiveProblems.AssignmentRecalled, DirectiveProblems.AlreadyCompleted);
        reviews
            .MapPost("/{id:guid}/extension/decide", DecideExtensionAsync)
            .Allow(AssignmentActions.DecideExtension)
            .Refuses(DirectiveProblems.OwnWork, DirectiveProblems.NoExtensionAsked);
        reviews.MapPost("/accept", ManyAssignmentsAtOnce.AcceptAsync).Allow(DirectiveAccess.Superiors);
        reviews.MapPost("/close", ManyAssignmentsAtOnce.CloseAsync).Allow(DirectiveAccess.Superiors);
        reviews.MapPost("/recall", ManyAssignmentsAtOnce.RecallAsync).Allow(DirectiveAccess.Superiors);
        return reviews;
    }

    private static Task<Ok<AssignmentView>> AcceptAsync(Guid id, AssignmentRequest request, CancellationToken ct) =>
        request.ChangeAsync(id, AssignmentActions.Accept, "accepted", assignment => assignment.Accept(), null, ct);

    private static Task<Ok<AssignmentView>> ReturnAsync(
        Guid id,
        ReturnAssignment back,
        AssignmentRequest request,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var reason = Problem.Text(back.Reason, "reason", AssignmentNote.MaxLength);
        return request.ChangeAsync(
            id,
            AssignmentActions.Return,
            "returned",
            assignment => assignment.Return(reason, back.DueOn, time.Today()),
            new Noted(reason, back.DueOn),
            ct
        );
    }

    private static Task<Ok<AssignmentView>> CloseAsync(Guid id, AssignmentRequest request, CancellationToken ct) =>
        request.ChangeAsync(id, AssignmentActions.Close, "closed", assignment => assignment.Close(), null, ct);

    private static Task<Ok<AssignmentView>> RecallAsync(Guid id, AssignmentText why, AssignmentRequest request, CancellationToken ct)
    {
        var reason = Problem.Text(why.Text, "text", AssignmentNote.MaxLength);
        return request.ChangeAsync(
            id,
            AssignmentActions.Recall,
            "recalled",
            assignment => assignment.Recall(reason),
            new Noted(reason),
            ct
        );
    }

    private static Task<Ok<AssignmentView>> DecideExtensionAsync(
        Guid id,
        DecideExtension decision,
        AssignmentRequest request,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var reason = Problem.Text(decision.Reason, "reason", AssignmentNote.MaxLength);
        return decision.Granted
            ? request.ChangeAsync(
                id,
                AssignmentActions.DecideExtension,
                "extension-granted",
                assignment => assignment.GrantExtension(decision.Until, time.Today()),
                new Noted(reason, decision.Until),
                ct
            )
            : request.ChangeAsync(
                id,
                AssignmentActions.DecideExtension,
                "extension-refused",
                assignment => assignment.RefuseExtension(),
                new Noted(reason),
                ct
            );
    }
}
