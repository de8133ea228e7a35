using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.ServiceDefaults.Idempotency;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Members;
using Campaign.Sessions.Scheduling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Invitations;

/// <summary>The meetings that the member behind the token is or was expected at.</summary>
public static class MyMeetings
{
    /// <summary>How far back a list goes: a term of office.</summary>
    private const int DaysBack = 5 * 366;

    public static RouteGroupBuilder MapMyMeetings(this IEndpointRouteBuilder routes)
    {
        var meetings = routes.MapGroup("/my-meetings").WithTags("My meetings");
        meetings.MapGet("/", ListAsync).AllowSignedIn().Refuses(SessionProblems.NoMember);
        meetings
            .MapPost("/{id:guid}/answer", AnswerAsync)
            .AllowSignedIn()
            .Refuses([.. SessionActions.Over, SessionProblems.NoMember, SessionProblems.AnswersClosed])
            .NaturallyIdempotent();
        return meetings;
    }

    /// <summary>The sessions of these quarters that a member is expected at, whatever their state.</summary>
    public static async Task<IQueryable<Session>> SessionsOfAsync(
        this SessionDb database,
        Guid member,
        DateOnly from,
        DateOnly to,
        CancellationToken ct
    )
    {
        var districts = await database.DistrictsOfAsync([member], ct);
        return database
            .Attendance.AsNoTracking()
            .Where(row => districts.Contains(row.District) && row.Quarter >= from && row.Quarter <= to && row.MemberId == member)
            .Join(database.Sessions.AsNoTracking(), row => row.SessionId, session => session.Id, (row, session) => session);
    }

    internal static Problem NoMember() => new(SessionProblems.NoMember);

    private static async Task<Ok<Page<MyMeeting>>> ListAsync(
        bool? past,
        string? cursor,
        int? limit,
        Caller caller,
        SessionDb database,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        var member = caller.MemberId ?? throw NoMember();
        var back = past ?? false;
        // one that began a while ago and is not over is still ahead of whoever is in it
        var now = time.GetUtcNow().AddHours(-6);
        var (first, last) = back ? (now.AddDays(-DaysBack), now) : (now, now.AddYears(3));
        var rows = await database.SessionsOfAsync(member, AttendancePartition.QuarterOf(first), AttendancePartition.QuarterOf(last), ct);
        rows = back ? rows.Where(session => session.StartsAt < now) : rows.Where(session => session.StartsAt >= now);
        if (Cursor.After<DateTimeOffset, Guid>(cursor, out var startsAt, out var id))
        {
            rows = back
                ? rows.Where(session =>
                    EF.Functions.LessThan(ValueTuple.Create(session.StartsAt, session.Id), ValueTuple.Create(startsAt, id))
                )
                : rows.Where(session =>
                    EF.Functions.GreaterThan(ValueTuple.Create(session.StartsAt, session.Id), ValueTuple.Create(startsAt, id))
                );
        }

        var ordered = back
            ? rows.OrderByDescending(session => session.StartsAt).ThenByDescending(session => session.Id)
            : rows.OrderBy(session => session.StartsAt).ThenBy(session => session.Id);
        var sessions = await ordered.Take(size + 1).ToListAsync(ct);
        var ids = sessions.Select(session => session.Id).ToList();
        var districts = sessions.Select(session => session.District).Distinct().ToList();
        var quarters = sessions.Select(session => session.Quarter).Distinct().ToList();
        var answers = await database
            .Answers.AsNoTracking()
            .Where(answer => answer.PersonId == member && ids.Contains(answer.SessionId))
            .ToDictionaryAsync(answer => answer.SessionId, ct);
        var statuses = await database
            .Attendance.Where(row =>
                districts.Contains(row.District) && quarters.Contains(row.Quarter) && ids.Contains(row.SessionId) && row.MemberId == member
            )
            .ToDictionaryAsync(row => row.SessionId, row => row.Status, ct);
        return TypedResults.Ok(
            Cursor.Page(
                sessions,
                size,
                session => View(session, caller, answers.GetValueOrDefault(session.Id), statuses.GetValueOrDefault(session.Id)),
                session => [session.StartsAt, session.Id]
            )
        );
    }

    private static Task<Ok<MyMeeting>> AnswerAsync(
        Guid id,
        AnswerInvitation request,
        Caller caller,
        SessionDb database,
        AnswerBook answers,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var member = caller.MemberId ?? throw NoMember();
                var session = await database.LockSharedAsync(id, ct) ?? throw Problem.NotFound("session");
                if (!await database.TakesPartAsync(session, caller, ct))
                {
                    throw Problem.NotFound("session");
                }

                var answer = await answers.WriteAsync(session, member, request, ct);
                await database.SaveChangesAsync(ct);
                return TypedResults.Ok(View(session, caller, answer, null));
            },
            ct
        );

    private static MyMeeting View(Session session, Caller caller, InvitationAnswer? answer, string? status) =>
        new(
            session.Id,
            session.UnitName,
            session.Kind,
            session.Plan,
            session.StartsAt,
            session.State,
            session.CancelReason,
            answer?.Answer,
            answer?.Reason,
            answer?.Question,
            status,
            [
                .. new[] { MeetingActions.Answer }.May(caller, session),
                .. new[] { SessionActions.CheckIn }.May(caller, new(session, default, TakesPart: true, null, null)),
            ]
        );
}
