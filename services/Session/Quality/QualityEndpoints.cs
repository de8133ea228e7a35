using System.Text.Json;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Messaging.Log;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Quality;

/// <summary>How good a meeting was: seen at any time, answered by its secretary, confirmed by the unit once it is closed.</summary>
public static class QualityEndpoints
{
    public static RouteGroupBuilder MapQuality(this IEndpointRouteBuilder routes)
    {
        var quality = routes.MapGroup("/sessions/{id:guid}/quality").WithTags("Quality");
        quality.MapGet("", GetAsync).Allow(SessionAccess.Read);
        quality.MapPost("/answers", AnswerAsync).Allow(QualityActions.Answer).Refuses(SessionProblems.QualityConfirmed);
        quality
            .MapPost("/confirmations", ConfirmAsync)
            .Allow(QualityActions.Confirm)
            .Refuses(
                SessionProblems.SessionNotHeld,
                SessionProblems.NoQualityRules,
                SessionProblems.QualityUnanswered,
                SessionProblems.QualityChanged,
                SessionProblems.QualityConfirmed
            );
        return quality;
    }

    private static async Task<Ok<QualityView>> GetAsync(
        Guid id,
        Caller caller,
        SessionDb database,
        QualityBook book,
        CancellationToken ct
    ) => TypedResults.Ok(await book.ViewAsync(await database.ReadableAsync(id, caller, ct), ct));

    private static Task<Ok<QualityView>> AnswerAsync(
        Guid id,
        AnswerQuality request,
        Caller caller,
        SessionDb database,
        QualityBook book,
        CancellationToken ct
    )
    {
        var sentence = Problem.Text(request.Sentence, "sentence", QualityAnswer.MaxSentence);
        return database.AtomicallyAsync(
            async () =>
            {
                var session = await database.LockAsync(id, ct);
                QualityActions.Answer.Demand(caller, await book.ScoreAsync(session, ct));
                var rules = await QualityRule.OnAsync(OfficeDay.Of(session.StartsAt), session.Kind, database, ct);
                var code = Problem.OneOf(
                    request.Code,
                    "code",
                    [.. rules.Where(rule => rule.Measure == QualityMeasures.Answer).Select(rule => rule.Code)]
                );
                var answer = await database.QualityAnswers.SingleOrDefaultAsync(row => row.SessionId == id && row.Code == code, ct);
                if (answer is null)
                {
                    database.QualityAnswers.Add(
                        new QualityAnswer
                        {
                            SessionId = id,
                            Code = code,
                            Yes = request.Yes,
                            Sentence = sentence,
                            ByName = caller.Name,
                        }
                    );
                }
                else
                {
                    (answer.Yes, answer.Sentence, answer.ByName) = (request.Yes, sentence, caller.Name);
                }

                await database.SaveChangesAsync(ct);
                return TypedResults.Ok(await book.ViewAsync(session, ct));
            },
            ct
        );
    }

    private static Task<Ok<QualityView>> ConfirmAsync(
        Guid id,
        ConfirmQuality request,
        Caller caller,
        SessionDb database,
        QualityBook book,
        IEventLog events,
        TimeProvider time,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var session = await database.LockAsync(id, ct);
                var scored = await book.ScoreAsync(session, ct);
                QualityActions.Confirm.Demand(caller, scored);
                var (points, maxPoints) = QualityScore.Sum(scored.Lines);
                if (points != request.Points)
                {
                    throw new Problem(SessionProblems.QualityChanged, ("points", points));
                }

                var number = scored.Last?.Number + 1 ?? 1;
                database.QualityConfirmations.Add(
                    new QualityConfirmation
                    {
                        SessionId = id,
                        Number = number,
                        Points = points,
                        MaxPoints = maxPoints,
                        Lines = JsonSerializer.Serialize(scored.Lines, JsonSerializerOptions.Web),
                        By = caller.Subject!,
                        ByName = caller.Name,
                        At = time.GetUtcNow(),
                    }
                );
                events.Append(Confirmed(session, points, maxPoints));
                await database.SaveChangesAsync(ct);
                return TypedResults.Ok(await book.ViewAsync(session, ct));
            },
            ct
        );

    // a score is confirmed anew only after a correction, which has raised the session's version
    private static SessionQualityConfirmed Confirmed(Session session, int points, int maxPoints) =>
        new()
        {
            District = session.District,
            CampaignId = session.CampaignId,
            AggregateId = session.Id,
            Version = session.Version,
            UnitId = session.UnitId,
            UnitPath = session.UnitPath,
            Kind = session.Kind,
            HeldOn = OfficeDay.Of(session.StartsAt),
            Points = points,
            MaxPoints = maxPoints,
        };
}
