using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Invitations;

/// <summary>What the invited answered, for those who run the session; an excuse counts once the secretary confirms it.</summary>
public static class AnswerEndpoints
{
    public static RouteGroupBuilder MapAnswers(this IEndpointRouteBuilder routes)
    {
        var answers = routes.MapGroup("/sessions/{id:guid}/answers").WithTags("Invitations");
        answers.MapGet("/", ListAsync).Allow(SessionActions.ReadAnswers);
        answers.MapPost("/confirm", ConfirmAsync).Allow(SessionActions.ConfirmExcuses).Refuses(SessionActions.Over);
        return answers;
    }

    private static async Task<Ok<AnswersView>> ListAsync(
        Guid id,
        string? cursor,
        int? limit,
        Actor actor,
        SessionDb database,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        var session = await actor.ReadAsync(SessionActions.ReadAnswers, id, ct);
        var rows = database.Answers.AsNoTracking().Where(answer => answer.SessionId == id);
        if (Cursor.After<Guid>(cursor, out var after))
        {
            rows = rows.Where(answer => answer.PersonId > after);
        }

        var attendance = database.Attendance.Of(session);
        var page = await rows.OrderBy(answer => answer.PersonId)
            .Take(size + 1)
            .LeftJoin(
                attendance,
                answer => answer.PersonId,
                row => row.MemberId,
                (answer, row) =>
                    new
                    {
                        answer,
                        Expected = (Guid?)row!.MemberId,
                        row.Status,
                    }
            )
            .LeftJoin(
                database.Members,
                pair => pair.Expected,
                member => member.Id,
                (pair, member) => new { pair, Member = member!.FullName }
            )
            .LeftJoin(
                database.Guests,
                both => both.pair.answer.PersonId,
                guest => guest.Id,
                (both, guest) =>
                    new
                    {
                        both.pair.answer,
                        both.pair.Expected,
                        both.pair.Status,
                        both.Member,
                        Guest = guest!.FullName,
                    }
            )
            .OrderBy(row => row.answer.PersonId)
            .ToListAsync(ct);
        var items = Cursor.Page(
            page,
            size,
            row => new AnswerView(
                row.answer.PersonId,
                row.Member ?? row.Guest ?? "",
                row.Expected is null,
                row.answer.Answer,
                row.answer.Reason,
                row.answer.Question,
                row.answer.AnsweredAt,
                row.Status
            ),
            row => [row.answer.PersonId]
        );
        return TypedResults.Ok(new AnswersView(await CountAsync(session, database, ct), items.Items, items.Next));
    }

    private static async Task<AnswerCounts> CountAsync(Session session, SessionDb database, CancellationToken ct)
    {
        var guests = await database.Guests.CountAsync(guest => guest.SessionId == session.Id, ct);
        var groups = await database
            .Answers.Where(answer => answer.SessionId == session.Id)
            .LeftJoin(
                database.Attendance.Of(session),
                answer => answer.PersonId,
                row => row.MemberId,
                (answer, row) =>
                    new
                    {
                        answer.Answer,
                        Expected = row != null,
                        Recorded = row!.Status != null,
                    }
            )
            .GroupBy(pair => pair)
            .Select(group => new { group.Key, People = group.Count() })
            .ToListAsync(ct);
        int Sum(string answer, bool expected) =>
            groups.Where(group => group.Key.Answer == answer && group.Key.Expected == expected).Sum(group => group.People);
        return new AnswerCounts(
            session.Expected,
            Sum(InvitationAnswers.Coming, true),
            Sum(InvitationAnswers.Excused, true),
            Sum(InvitationAnswers.Coming, false),
            guests,
            groups
                .Where(group => group.Key is { Answer: InvitationAnswers.Excused, Expected: true, Recorded: false })
                .Sum(group => group.People)
        );
    }

    /// <summary>Takes the excuses over into the roster; whoever has a status keeps it.</summary>
    private static Task<Ok<AttendanceSummary>> ConfirmAsync(
        Guid id,
        ConfirmExcuses request,
        Actor actor,
        SessionDb database,
        RosterBook roster,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                Problem.Unless(
                    request.MemberIds is null or { Count: <= Roster.Max },
                    "memberIds",
                    FieldCodes.Count,
                    ("min", 0),
                    ("max", Roster.Max)
                );
                var session = await actor.LockAsync(SessionActions.ConfirmExcuses, id, ct);
                var excuses = database
                    .Answers.AsNoTracking()
                    .Where(answer => answer.SessionId == id && answer.Answer == InvitationAnswers.Excused);
                if (request.MemberIds is { } only)
                {
                    excuses = excuses.Where(answer => only.Contains(answer.PersonId));
                }

                var book = await StatusBook.ReadAsync(database, ct);
                var excused = book.Usual(Meanings.Excused, OfficeDay.Of(session.StartsAt));
                var entries = await excuses
                    .Join(
                        database.Attendance.Of(session).Where(row => row.Status == null),
                        answer => answer.PersonId,
                        row => row.MemberId,
                        (answer, row) => new RosterEntry(row.MemberId, excused, null, answer.Reason)
                    )
                    .ToListAsync(ct);
                if (entries.Count > 0)
                {
                    await roster.RecordAsync(session, Roster.Of(entries, book, OfficeDay.Of(session.StartsAt)), Ways.Roster, ct);
                    await database.SaveChangesAsync(ct);
                }

                return TypedResults.Ok(await database.TallyAsync(session, ct));
            },
            ct
        );
}
