using System.Diagnostics;
using Campaign.Api.Directive;
using Campaign.Directives.Documents;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Sweeps;
using Campaign.Messaging.Log;
using Campaign.ServiceDefaults.Idempotency;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.Issuing;

/// <summary>Issue a document to units, or take it on record; see beforehand whom it reaches.</summary>
public static class IssueEndpoints
{
    public static RouteGroupBuilder MapIssuing(this IEndpointRouteBuilder app)
    {
        var issuing = app.MapGroup("/directives/{id:guid}/issue").WithTags("Issuing");
        issuing.MapGet("/", ProgressAsync).Allow(DirectiveAccess.Read);
        issuing.MapPost("/", IssueAsync).Allow(DocumentActions.Issue).Refuses(DirectiveProblems.AlreadyIssued);
        issuing
            .MapPost("/preview", PreviewAsync)
            .Allow(DocumentActions.Issue)
            .NaturallyIdempotent()
            .Refuses(DirectiveProblems.AlreadyIssued);
        return issuing;
    }

    private static async Task<Ok<IssuePreview>> PreviewAsync(
        Guid id,
        IssueDirective issue,
        IssuePlanner planner,
        DirectiveDb db,
        CancellationToken ct
    )
    {
        var plan = await planner.PlanAsync(await FindAsync(db, id, ct), issue, ct);
        return TypedResults.Ok(plan.Preview());
    }

    private static async Task<Ok<IssueProgress>> ProgressAsync(Guid id, Caller caller, DirectiveDb db, CancellationToken ct)
    {
        var progress = await db.DirectivesReadableBy(caller)
            .Where(directive => directive.Id == id)
            .Join(
                db.IssueJobs,
                directive => directive.Id,
                job => job.DirectiveId,
                (directive, job) => new IssueProgress(job.UnitIds.Length, job.Done, job.FinishedAt, job.Error)
            )
            .SingleOrDefaultAsync(ct);
        return TypedResults.Ok(progress ?? throw Problem.NotFound("directive issued to units"));
    }

    /// <summary>
    /// Writes the directive's change, its event and the job in one SaveChanges; the assignments follow in the background.
    /// </summary>
    private static Task<Accepted<DirectiveView>> IssueAsync(
        Guid id,
        IssueDirective issue,
        IssuePlanner planner,
        Caller caller,
        DirectiveDb db,
        IEventLog events,
        WorkSignal<IssueJobRunner> signal,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    ) =>
        db.AtomicallyAsync(
            async () =>
            {
                await IssueGate.CloseAsync(db, ct);
                var directive = await FindAsync(db, id, ct);
                var plan = await planner.PlanAsync(directive, issue, ct);
                events.Append(directive.Issue(plan.Units.Count));
                var replaced = await db
                    .Relations.Where(relation => relation.FromId == id && relation.Kind == RelationKinds.Replaces)
                    .Join(db.Directives, relation => relation.ToId, row => row.Id, (_, row) => row)
                    .ToListAsync(ct);
                replaced.ForEach(outdated => outdated.Replace(id));
                if (plan.Units.Count > 0)
                {
                    db.IssueJobs.Add(IssueJob.Of(id, plan, time.Today(), time.GetUtcNow(), Activity.Current?.Id));
                    // the transaction may end only after this handler; when the answer is out, it has
                    response.OnCompleted(() =>
                    {
                        signal.Raise();
                        return Task.CompletedTask;
                    });
                }

                await db.SaveChangesAsync(ct);
                Etags.Set(response, directive.Version);
                return TypedResults.Accepted($"directives/{id}", await db.ViewAsync(directive, caller, time.Today(), ct));
            },
            ct
        );

    private static async Task<Directive> FindAsync(DirectiveDb db, Guid id, CancellationToken ct) =>
        await db.Directives.SingleOrDefaultAsync(directive => directive.Id == id, ct) ?? throw Problem.NotFound("directive");
}
