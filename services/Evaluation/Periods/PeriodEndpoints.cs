using Campaign.Api;
using Campaign.Api.Evaluation;
using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Evaluation.Periods;

internal static class PeriodEndpoints
{
    public static RouteGroupBuilder MapPeriods(this IEndpointRouteBuilder routes)
    {
        var periods = routes.MapGroup("/periods").WithTags("Periods");
        periods.MapGet("", ListAsync).Allow(PeriodActions.Read);
        periods.MapGet("{id:guid}", GetAsync).Allow(PeriodActions.Read);
        periods
            .MapPost("", OpenAsync)
            .Allow(PeriodActions.Open)
            .Refuses(SharedProblems.NotFound, SharedProblems.AlreadyExists, EvaluationProblems.NoRuleSet);
        periods.MapPost("{id:guid}/enrol", EnrolAsync).Allow(PeriodActions.Enrol);
        return periods;
    }

    private static async Task<Ok<Page<PeriodView>>> ListAsync(
        Guid? campaign,
        string? cursor,
        int? limit,
        PeriodReader periods,
        CancellationToken ct
    ) => TypedResults.Ok(await periods.ListAsync(campaign, cursor, limit, ct));

    private static async Task<Ok<PeriodView>> GetAsync(Guid id, PeriodReader periods, HttpResponse response, CancellationToken ct)
    {
        var period = await periods.FindAsync(id, ct);
        Etags.Set(response, period.Version);
        return TypedResults.Ok(await periods.ViewAsync(period, ct));
    }

    private static async Task<Created<PeriodView>> OpenAsync(
        OpenPeriod request,
        PeriodOpening opening,
        PeriodReader periods,
        CancellationToken ct
    )
    {
        var period = await opening.OpenAsync(request, ct);
        return TypedResults.Created($"/periods/{period.Id}", await periods.ViewAsync(period, ct));
    }

    private static async Task<Ok<PeriodView>> EnrolAsync(
        Guid id,
        Enrol request,
        Enrolment enrolment,
        PeriodReader periods,
        CancellationToken ct
    )
    {
        var period = await enrolment.EnrolAsync(id, request, ct);
        return TypedResults.Ok(await periods.ViewAsync(period, ct));
    }
}
