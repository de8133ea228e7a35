using Campaign.Api.Evaluation;
using Campaign.Evaluation.Periods;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Evaluation.Decisions;

internal static class DecisionEndpoints
{
    public static RouteGroupBuilder MapDecisions(this IEndpointRouteBuilder routes)
    {
        var decisions = routes.MapGroup("/periods/{id:guid}/decisions").WithTags("Decisions");
        decisions
            .MapPost("", DecideAsync)
            .Allow(PeriodActions.Decide)
            .Refuses(EvaluationProblems.GroupTooLarge, EvaluationProblems.CapExceeded);
        return decisions;
    }

    private static async Task<Ok<DecideResult>> DecideAsync(Guid id, Decide request, GroupDecision decision, CancellationToken ct) =>
        TypedResults.Ok(await decision.DecideAsync(id, request, ct));
}
