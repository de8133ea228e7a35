using Campaign.Api;
using Campaign.Api.Problems;
using Campaign.Api.Recognition;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Recognition.Voting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Recognition.Nominations;

internal static class NominationEndpoints
{
    private static readonly ProblemType[] s_voting =
    [
        RecognitionProblems.NotACouncilMember,
        RecognitionProblems.NotYourVote,
        RecognitionProblems.AwardDecided,
        RecognitionProblems.VotedInPerson,
    ];

    public static RouteGroupBuilder MapNominations(this IEndpointRouteBuilder routes)
    {
        var nominations = routes.MapGroup("/nominations").WithTags("Nominations");
        nominations.MapGet("", ListAsync).Allow(NominationActions.Read);
        nominations.MapGet("{id:guid}", GetAsync).Allow(NominationActions.Read);
        nominations
            .MapPost("", SubmitAsync)
            .Allow(NominationActions.Nominate)
            .Refuses(SharedProblems.NotFound, RecognitionProblems.AlreadyNominated, RecognitionProblems.AlreadyRewarded);
        nominations.MapPost("{id:guid}/votes", VoteAsync).Allow(NominationActions.Vote).Refuses(s_voting);
        nominations.MapPost("{id:guid}/ballots", RecordAsync).Allow(NominationActions.RecordBallots).Refuses(s_voting);
        return nominations;
    }

    private static async Task<Ok<Page<NominationView>>> ListAsync(
        Guid? campaign,
        string? state,
        string? cursor,
        int? limit,
        NominationReader nominations,
        CancellationToken ct
    ) => TypedResults.Ok(await nominations.ListAsync(campaign, state, cursor, limit, ct));

    private static async Task<Ok<NominationView>> GetAsync(
        Guid id,
        NominationReader nominations,
        HttpResponse response,
        CancellationToken ct
    ) => await AnswerAsync(await nominations.GetAsync(id, ct), nominations, response, ct);

    private static async Task<Created<NominationView>> SubmitAsync(
        Nominate request,
        NominationIntake intake,
        NominationReader nominations,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var nomination = await intake.SubmitAsync(request, ct);
        Etags.Set(response, nomination.Version);
        return TypedResults.Created($"/nominations/{nomination.Id}", await nominations.ViewAsync(nomination, ct));
    }

    private static async Task<Ok<NominationView>> VoteAsync(
        Guid id,
        CastVote vote,
        BallotBox box,
        NominationReader nominations,
        HttpResponse response,
        CancellationToken ct
    ) => await AnswerAsync(await box.CastAsync(id, vote, ct), nominations, response, ct);

    private static async Task<Ok<NominationView>> RecordAsync(
        Guid id,
        CastVotes votes,
        BallotBox box,
        NominationReader nominations,
        HttpResponse response,
        CancellationToken ct
    ) => await AnswerAsync(await box.RecordAsync(id, votes, ct), nominations, response, ct);

    private static async Task<Ok<NominationView>> AnswerAsync(
        Nomination nomination,
        NominationReader nominations,
        HttpResponse response,
        CancellationToken ct
    )
    {
        Etags.Set(response, nomination.Version);
        return TypedResults.Ok(await nominations.ViewAsync(nomination, ct));
    }
}
