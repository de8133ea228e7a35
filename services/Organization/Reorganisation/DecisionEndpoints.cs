using System.Text.Json;
using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Organization.Reorganisation;

/// <summary>Decisions that reorganise the tree: previewed, recorded, taking effect on their day.</summary>
public static class DecisionEndpoints
{
    public const int MaxSteps = 1000;

    public static RouteGroupBuilder MapDecisions(this IEndpointRouteBuilder app)
    {
        var decisions = app.MapGroup("/decisions").WithTags("Decisions");
        decisions.MapGet("/", ListAsync).Allow(OrganizationAccess.ReadMembers);
        decisions.MapGet("/{id:guid}", GetAsync).Allow(OrganizationAccess.ReadMembers);
        decisions.MapPost("/preview", PreviewAsync).Refuses(Reorganiser.Refusals).Allow(DecisionActions.Record);
        decisions
            .MapPost("/", RecordAsync)
            .Refuses(SharedProblems.AlreadyExists, OrganizationProblems.DecisionExists)
            .Refuses(Reorganiser.Refusals)
            .Allow(DecisionActions.Record);
        decisions
            .MapPost("/{id:guid}/cancel", CancelAsync)
            .Refuses(SharedProblems.DoneAlready, SharedProblems.VersionChanged, OrganizationProblems.DecisionOver)
            .Allow(DecisionActions.Cancel);
        return decisions;
    }

    /// <summary>The latest day first.</summary>
    private static async Task<Page<DecisionView>> ListAsync(
        string? cursor,
        int? limit,
        Caller caller,
        OrganizationDb db,
        CancellationToken ct
    )
    {
        var take = Cursor.Limit(limit);
        var decisions = db.Decisions.AsNoTracking().Within(caller, null, decision => decision.ScopePath);
        if (Cursor.After<DateOnly, Guid>(cursor, out var on, out var id))
        {
            decisions = decisions.Where(decision =>
                EF.Functions.LessThan(ValueTuple.Create(decision.EffectiveOn, decision.Id), ValueTuple.Create(on, id))
            );
        }

        var rows = await decisions
            .OrderByDescending(decision => decision.EffectiveOn)
            .ThenByDescending(decision => decision.Id)
            .Take(take + 1)
            .ToListAsync(ct);
        return Cursor.Page(rows, take, row => row.View(caller), row => [row.EffectiveOn, row.Id]);
    }

    private static async Task<DecisionView> GetAsync(Guid id, Caller caller, OrganizationDb db, CancellationToken ct) =>
        (await FindAsync(id, caller, db, ct)).View(caller);

    private static async Task<DecisionPreview> PreviewAsync(
        RecordDecision request,
        Caller caller,
        DecisionWork work,
        CancellationToken ct
    ) => (await work.PreviewAsync(Steps(request), request.EffectiveOn, caller.Covers, ct)).Preview;

    private static async Task<Created<DecisionView>> RecordAsync(
        RecordDecision request,
        Caller caller,
        OrganizationDb db,
        DecisionWork work,
        CityDay day,
        CancellationToken ct
    )
    {
        var steps = Steps(request);
        var number = Problem.Text(request.Number, "number", Decision.MaxNumber);
        var summary = Problem.Text(request.Summary, "summary", Decision.MaxSummary);
        var latest = day.Today.AddYears(5);
        Problem.Unless(request.EffectiveOn <= latest, "effectiveOn", FieldCodes.TooLate, ("latest", latest));
        if (await db.Decisions.AnyAsync(other => other.Number == number && other.SignedOn == request.SignedOn, ct))
        {
            throw new Problem(OrganizationProblems.DecisionExists, ("number", number), ("signedOn", request.SignedOn));
        }

        var (_, scope) = await work.PreviewAsync(steps, request.EffectiveOn, caller.Covers, ct);
        var decision = new Decision
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            SignedOn = request.SignedOn,
            EffectiveOn = request.EffectiveOn,
            Summary = summary,
            CarryPosts = request.CarryPosts,
            Steps = JsonSerializer.Serialize(steps, JsonSerializerOptions.Web),
            ScopePath = scope,
            RecordedBy = caller.Name,
        };
        await db.AtomicallyAsync(
            async () =>
            {
                db.Decisions.Add(decision);
                await db.SaveChangesAsync(ct);
                if (decision.EffectiveOn <= day.Today)
                {
                    await work.ApplyAsync(decision, caller.Covers, ct);
                }

                return decision;
            },
            ct
        );
        return TypedResults.Created($"/decisions/{decision.Id}", decision.View(caller));
    }

    /// <summary>Before its day; what has taken effect is undone by another decision.</summary>
    private static async Task<DecisionView> CancelAsync(Guid id, Caller caller, OrganizationDb db, CancellationToken ct)
    {
        var decision = await FindAsync(id, caller, db, ct);
        DecisionActions.Cancel.Demand(caller, decision);
        decision.Cancel();
        await db.SaveChangesAsync(ct);
        return decision.View(caller);
    }

    private static IReadOnlyList<ReorganisationStep> Steps(RecordDecision request)
    {
        Problem.Unless(request.Steps is { Count: >= 1 and <= MaxSteps }, "steps", FieldCodes.Count, ("min", 1), ("max", MaxSteps));
        return request.Steps!;
    }

    private static async Task<Decision> FindAsync(Guid id, Caller caller, OrganizationDb db, CancellationToken ct) =>
        await db.Decisions.SingleOrDefaultAsync(decision => decision.Id == id, ct) is { } decision && caller.Holds([], decision.ScopePath)
            ? decision
            : throw Problem.NotFound("decision");
}
