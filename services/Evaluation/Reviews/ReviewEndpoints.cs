using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Api.Evaluation;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Evaluation.Periods;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Evaluation.Reviews;

internal static class ReviewEndpoints
{
    public static RouteGroupBuilder MapReviews(this IEndpointRouteBuilder routes)
    {
        string[] readers = [Roles.Member, Roles.Secretary, Roles.Committee, Roles.DistrictOfficer, Roles.CityOfficer];
        var reviews = routes.MapGroup("").WithTags("Reviews");
        reviews.MapGet("/reviews", ListAsync).Allow(readers).Refuses(SharedProblems.NotFound);
        reviews.MapGet("/reviews/{id:guid}", GetAsync).Allow(readers);
        reviews
            .MapPost("/reviews/{id:guid}/self-rating", SelfRateAsync)
            .Allow(ReviewActions.SelfRate)
            .Refuses(EvaluationProblems.NotYours, EvaluationProblems.AlreadyDecided);
        reviews
            .MapPost("/periods/{id:guid}/proposals", ProposeAsync)
            .Allow(PeriodActions.Propose)
            .AllowBody(RequestLimits.Proposals.Bytes)
            .Refuses(EvaluationProblems.AlreadyDecided);
        return reviews;
    }

    private static async Task<Ok<Page<ReviewView>>> ListAsync(
        Guid period,
        string? under,
        string? subjectKind,
        string? state,
        string? rank,
        string? cursor,
        int? limit,
        ReviewReader reviews,
        CancellationToken ct
    ) => TypedResults.Ok(await reviews.ListAsync(new ReviewFilter(period, under, subjectKind, state, rank), cursor, limit, ct));

    private static async Task<Ok<ReviewView>> GetAsync(Guid id, ReviewReader reviews, HttpResponse response, CancellationToken ct)
    {
        var review = await reviews.GetAsync(id, ct);
        Etags.Set(response, review.Version);
        return TypedResults.Ok(review);
    }

    private static async Task<Ok<ReviewView>> SelfRateAsync(
        Guid id,
        Scores scores,
        SelfRating rating,
        ReviewReader reviews,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var review = await rating.RateAsync(id, scores, ct);
        Etags.Set(response, review.Version);
        return TypedResults.Ok(await reviews.ViewAsync(review, ct));
    }

    private static async Task<Ok<CountResult>> ProposeAsync(Guid id, Propose proposals, ProposalIntake intake, CancellationToken ct) =>
        TypedResults.Ok(new CountResult(await intake.TakeAsync(id, proposals, ct)));
}
