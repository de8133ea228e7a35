using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Preparing;

/// <summary>Agenda, documents to read beforehand, and the checklist of the preparation.</summary>
public static class PreparationEndpoints
{
    public static RouteGroupBuilder MapPreparation(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/sessions/{id:guid}/preparation").WithTags("Preparation");
        session.MapGet("", GetAsync).Allow(SessionAccess.Read);
        session.MapPut("", PrepareAsync).Allow(SessionActions.Prepare).Refuses([.. SessionActions.Over, SessionProblems.AgendaItemBegun]);
        session.MapPost("/steps", TickAsync).Allow(SessionActions.Prepare).Refuses(SessionActions.Over);
        return session;
    }

    private static async Task<Ok<PreparationView>> GetAsync(
        Guid id,
        Caller caller,
        SessionDb database,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var session = await database.ReadableAsync(id, caller, ct);
        return await AnswerAsync(session, database, response, ct);
    }

    /// <summary>Writes the next version. <c>If-Match</c> names the version that it was made from, 0 for the first.</summary>
    private static Task<Ok<PreparationView>> PrepareAsync(
        Guid id,
        Prepare request,
        Actor actor,
        SessionDb database,
        AgendaEditor editor,
        HttpRequest http,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var draft = AgendaDraft.Check(request);
        return database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.Prepare, id, ct);
                var preparation = await database.Preparations.SingleOrDefaultAsync(row => row.SessionId == id, ct);
                Etags.Demand(http, preparation?.Version ?? 0);
                await editor.ApplyAsync(session, draft, ct);
                if (preparation is null)
                {
                    preparation = new Preparation { SessionId = id };
                    database.Preparations.Add(preparation);
                }

                preparation.Version++;
                await database.SaveChangesAsync(ct);
                return await AnswerAsync(session, database, response, ct);
            },
            ct
        );
    }

    private static Task<Ok<PreparationView>> TickAsync(
        Guid id,
        TickStep request,
        Caller caller,
        Actor actor,
        SessionDb database,
        IAudit audit,
        TimeProvider time,
        HttpResponse response,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.Prepare, id, ct);
                var steps = await PreparationStep.OnAsync(OfficeDay.Of(session.StartsAt), database, ct);
                var code = Problem.OneOf(request.Code, "code", [.. steps.Select(step => step.Code)]);
                var ticked = await database.TickedSteps.SingleOrDefaultAsync(step => step.SessionId == id && step.Code == code, ct);
                if (request.Done && ticked is null)
                {
                    database.TickedSteps.Add(
                        new TickedStep
                        {
                            SessionId = id,
                            Code = code,
                            By = caller.Subject!,
                            ByName = caller.Name,
                            At = time.GetUtcNow(),
                        }
                    );
                }
                else if (!request.Done && ticked is not null)
                {
                    database.TickedSteps.Remove(ticked);
                    audit.Record("untick", nameof(TickedStep), $"{id}/{code}", new { ticked.ByName, ticked.At });
                }

                await database.SaveChangesAsync(ct);
                return await AnswerAsync(session, database, response, ct);
            },
            ct
        );

    private static async Task<Ok<PreparationView>> AnswerAsync(
        Session session,
        SessionDb database,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var version = await database
            .Preparations.Where(row => row.SessionId == session.Id)
            .Select(row => row.Version)
            .SingleOrDefaultAsync(ct);
        var ticked = await database
            .TickedSteps.AsNoTracking()
            .Where(step => step.SessionId == session.Id)
            .ToDictionaryAsync(step => step.Code, ct);
        var steps = await PreparationStep.OnAsync(OfficeDay.Of(session.StartsAt), database, ct);
        var readings = await database
            .Readings.AsNoTracking()
            .Where(reading => reading.SessionId == session.Id)
            .OrderBy(reading => reading.Position)
            .ToListAsync(ct);
        Etags.Set(response, version);
        return TypedResults.Ok(
            new PreparationView(
                session.Id,
                [.. (await database.AgendaAsync(session.Id, ct)).Select(AgendaViews.Of)],
                [.. readings.Select(reading => new ReadingView(reading.Title, reading.DirectiveId, reading.Link))],
                [
                    .. steps.Select(step => new PreparationStepView(
                        step.Code,
                        step.Name,
                        step.Source,
                        step.Verified,
                        ticked.GetValueOrDefault(step.Code)?.ByName,
                        ticked.GetValueOrDefault(step.Code)?.At
                    )),
                ],
                version
            )
        );
    }
}
