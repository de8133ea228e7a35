using Campaign.Api;
using Campaign.Api.Problems;
using Campaign.Api.Recognition;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Recognition.Certificates;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Recognition.Awards;

internal static class AwardEndpoints
{
    public static RouteGroupBuilder MapAwards(this IEndpointRouteBuilder routes)
    {
        var awards = routes.MapGroup("").WithTags("Awards");
        awards
            .MapPost("/decisions", DecideAsync)
            .Allow(AwardActions.Decide)
            .Refuses(
                SharedProblems.NotFound,
                RecognitionProblems.NotPassed,
                RecognitionProblems.AlreadyRewarded,
                RecognitionProblems.DecisionNumberTaken
            );
        awards.MapGet("/awards", ListAsync).Allow(AwardActions.Read);
        awards.MapGet("/awards/{id:guid}", GetAsync).Allow([.. AwardActions.Read.Roles, Roles.Member]);
        awards
            .MapGet("/awards/{id:guid}/certificate.pdf", PrintAsync)
            .Allow([.. AwardActions.Read.Roles, Roles.Member])
            .Refuses(RecognitionProblems.AwardRevoked);
        awards.MapPost("/awards/{id:guid}/revoke", RevokeAsync).Allow(AwardActions.Revoke).Refuses(RecognitionProblems.AlreadyRevoked);
        awards.MapGet("/verifications/{code}", VerifyAsync).AllowPublic().Refuses(RecognitionProblems.NoSuchCode);
        return awards;
    }

    private static async Task<Ok<DecisionResult>> DecideAsync(DecideAwards request, AwardDecision decision, CancellationToken ct) =>
        TypedResults.Ok(await decision.DecideAsync(request, ct));

    private static async Task<Ok<Page<AwardView>>> ListAsync(
        Guid? campaign,
        string? under,
        string? cursor,
        int? limit,
        AwardReader awards,
        CancellationToken ct
    ) => TypedResults.Ok(await awards.ListAsync(campaign, under, cursor, limit, ct));

    private static async Task<Ok<AwardView>> GetAsync(
        Guid id,
        AwardReader awards,
        Caller caller,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var award = await awards.GetAsync(id, ct);
        Etags.Set(response, award.Version);
        return TypedResults.Ok(award.ToView(caller));
    }

    private static async Task<FileContentHttpResult> PrintAsync(
        Guid id,
        AwardReader awards,
        CertificatePrinter printer,
        CancellationToken ct
    )
    {
        var award = await awards.GetAsync(id, ct);
        return award.RevokedOn is null
            ? TypedResults.File(printer.Print(award), "application/pdf", $"{award.VerificationCode}.pdf")
            : throw new Problem(RecognitionProblems.AwardRevoked);
    }

    private static async Task<Ok<AwardView>> RevokeAsync(
        Guid id,
        RevokeAward request,
        AwardRevocation revocation,
        Caller caller,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var award = await revocation.RevokeAsync(id, request, ct);
        Etags.Set(response, award.Version);
        return TypedResults.Ok(award.ToView(caller));
    }

    private static async Task<Ok<Verification>> VerifyAsync(string code, AwardReader awards, CancellationToken ct) =>
        TypedResults.Ok(await awards.VerifyAsync(code, ct));
}
