using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.ServiceDefaults.Catalogues;
using Campaign.ServiceDefaults.Idempotency;
using Campaign.Sessions.Acting;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Invitations;

/// <summary>What somebody invited sees and answers behind their link, without signing in.</summary>
public static class InvitationEndpoints
{
    public static RouteGroupBuilder MapInvitationLinks(this IEndpointRouteBuilder routes)
    {
        var invitation = routes.MapGroup("/invitations/{token}").WithTags("Invitations");
        invitation
            .MapGet("/", ReadAsync)
            .AllowPublic()
            .Refuses(SessionProblems.InvitationUnknown, SessionProblems.InvitationOver, SessionProblems.InvitationCancelled);
        // one row for each person: a repeat writes the same
        invitation
            .MapPost("/answer", AnswerAsync)
            .AllowPublic()
            .Refuses([
                .. SessionActions.Over,
                SessionProblems.InvitationUnknown,
                SessionProblems.InvitationOver,
                SessionProblems.InvitationCancelled,
                SessionProblems.AnswersClosed,
                SessionProblems.AnsweredTooOften,
            ])
            .AllowBody(RequestLimits.Answer.Bytes)
            .NaturallyIdempotent();
        return invitation;
    }

    private static async Task<Ok<InvitationView>> ReadAsync(
        string token,
        InvitationLinks links,
        AnswerBook answers,
        SessionDb database,
        CancellationToken ct
    )
    {
        var invited = await links.FindAsync(token, lockSession: false, ct);
        return TypedResults.Ok(await ViewAsync(invited, await answers.ReadAsync(invited.Session.Id, invited.PersonId, ct), database, ct));
    }

    private static Task<Ok<InvitationView>> AnswerAsync(
        string token,
        AnswerInvitation request,
        InvitationLinks links,
        AnswerLimit limit,
        AnswerBook answers,
        SessionDb database,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var invited = await links.FindAsync(token, lockSession: true, ct);
                limit.Demand(invited);
                var answer = await answers.WriteAsync(invited.Session, invited.PersonId, request, ct);
                await database.SaveChangesAsync(ct);
                return TypedResults.Ok(await ViewAsync(invited, answer, database, ct));
            },
            ct
        );

    private static async Task<InvitationView> ViewAsync(Invited invited, InvitationAnswer? answer, SessionDb database, CancellationToken ct)
    {
        var session = invited.Session;
        var day = OfficeDay.Of(session.StartsAt);
        var words = new InvitationWords(
            await EntryAsync(database.Kinds, session.Kind, day, ct),
            await EntryAsync(database.Forms, session.Plan.Form, day, ct),
            await EntryAsync(database.Activities, session.Plan.Activity, day, ct)
        );
        var documents = await database
            .Readings.AsNoTracking()
            .Where(reading => reading.SessionId == session.Id)
            .OrderBy(reading => reading.Position)
            .Select(reading => new InvitationDocument(reading.Title, reading.Link))
            .ToListAsync(ct);
        return new InvitationView(
            session.Id,
            invited.FullName,
            invited.Guest,
            session.UnitName,
            session.Kind,
            session.Plan,
            words,
            session.StartsAt,
            session.State == SessionStates.Scheduled,
            answer?.Answer,
            answer?.Reason,
            answer?.Question,
            documents
        );
    }

    private static async Task<CatalogueEntry?> EntryAsync<TRow>(IQueryable<TRow> rows, string? code, DateOnly day, CancellationToken ct)
        where TRow : class, ICatalogueRow =>
        code is null ? null : (await rows.AsNoTracking().On(day).FirstOrDefaultAsync(row => row.Code == code, ct))?.ToEntry();
}
