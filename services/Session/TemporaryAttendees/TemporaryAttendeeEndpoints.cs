using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Members;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.TemporaryAttendees;

/// <summary>Enters people who are not on the list, and merges them with the member that they turn out to be.</summary>
public static class TemporaryAttendeeEndpoints
{
    private const int Most = 1000;

    public static RouteGroupBuilder MapTemporaryAttendees(this IEndpointRouteBuilder routes)
    {
        var attendees = routes.MapGroup("/sessions/{id:guid}/temporary-attendees").WithTags("Temporary attendees");
        attendees.MapGet("/", ListAsync).Allow(SessionActions.ReadAttendees);
        attendees
            .MapPost("/", AddAsync)
            .Allow(SessionActions.AddAttendee)
            .Refuses([.. SessionActions.Over, SessionProblems.TooManyAttendees]);
        attendees
            .MapPost("/{attendee:guid}/merge", MergeAsync)
            .Allow(SessionActions.AddAttendee)
            .Refuses([.. SessionActions.Over, SessionProblems.AlreadyMerged, SessionProblems.ParticipantsNotActive]);
        return attendees;
    }

    private static async Task<Ok<Page<TemporaryAttendeeView>>> ListAsync(
        Guid id,
        string? cursor,
        int? limit,
        Actor actor,
        SessionDb database,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        await actor.ReadAsync(SessionActions.ReadAttendees, id, ct);
        var rows = database.TemporaryAttendees.AsNoTracking().Where(row => row.SessionId == id);
        if (Cursor.After<Guid>(cursor, out var after))
        {
            rows = rows.Where(row => row.Id > after);
        }

        var page = await rows.OrderBy(row => row.Id).Take(size + 1).ToListAsync(ct);
        return TypedResults.Ok(Cursor.Page(page, size, View, row => [row.Id]));
    }

    private static Task<Created<TemporaryAttendeeView>> AddAsync(
        Guid id,
        AddTemporaryAttendee request,
        Actor actor,
        SessionDb database,
        TimeProvider time,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.AddAttendee, id, ct);
                if (await database.TemporaryAttendees.CountAsync(row => row.SessionId == id, ct) >= Most)
                {
                    throw new Problem(SessionProblems.TooManyAttendees, ("max", Most));
                }

                var attendee = new TemporaryAttendee
                {
                    Id = Guid.CreateVersion7(),
                    SessionId = session.Id,
                    FullName = Problem.Text(request.FullName, "fullName", 200),
                    Note = Problem.Text(request.Note, "note", 300, min: 0),
                    RecordedAt = time.GetUtcNow(),
                };
                database.TemporaryAttendees.Add(attendee);
                await database.SaveChangesAsync(ct);
                return TypedResults.Created($"/sessions/{id}/temporary-attendees/{attendee.Id}", View(attendee));
            },
            ct
        );

    private static Task<Ok<TemporaryAttendeeView>> MergeAsync(
        Guid id,
        Guid attendee,
        MergeTemporaryAttendee request,
        Caller caller,
        Actor actor,
        SessionDb database,
        TimeProvider time,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.AddAttendee, id, ct);
                var row = await database.TemporaryAttendees.SingleOrDefaultAsync(one => one.Id == attendee && one.SessionId == id, ct)
                    ?? throw Problem.NotFound("temporary attendee");
                if (row.MemberId is not null && row.MemberId != request.MemberId)
                {
                    throw new Problem(SessionProblems.AlreadyMerged);
                }

                await ExpectAsync(session, request.MemberId, caller, database, ct);
                var present = (await StatusBook.ReadAsync(database, ct)).Usual(Meanings.Present, OfficeDay.Of(session.StartsAt));
                // what is recorded of the member stands
                await database.Database.ExecuteSqlAsync(
                    $"""
                    update attendance set status = {present}, recorded_at = {time.GetUtcNow()}, recorded_by = {caller.Subject},
                        recorded_from = {caller.Address}, way = {Ways.Merged}
                    where district = {session.District} and quarter = {session.Quarter} and session_id = {id} and member_id =
                        {request.MemberId} and status is null
                    """,
                    ct
                );
                row.MemberId = request.MemberId;
                await database.SaveChangesAsync(ct);
                return TypedResults.Ok(View(row));
            },
            ct
        );

    /// <summary>Puts the member on the list unless they are on it.</summary>
    private static async Task ExpectAsync(Session session, Guid memberId, Caller caller, SessionDb database, CancellationToken ct)
    {
        if (await database.Attendance.Of(session).AnyAsync(row => row.MemberId == memberId, ct))
        {
            return;
        }

        var member = await database
            .Members.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == memberId && row.Status == MemberStatuses.Active, ct)
            ?? throw new Problem(SessionProblems.ParticipantsNotActive, ("inactive", 1), ("named", 1), ("memberIds", new[] { memberId }));
        caller.Demand(member.UnitPath);
        await database.RememberDistrictAsync(session, [memberId], ct);
        await database.Database.ExecuteSqlAsync(
            $"""
            insert into attendance (district, quarter, session_id, member_id, line)
            select {session.District}, {session.Quarter}, {session.Id}, {memberId}, coalesce(max(line), 0) + 1 from attendance
            where district = {session.District} and quarter = {session.Quarter} and session_id = {session.Id}
            """,
            ct
        );
    }

    private static TemporaryAttendeeView View(TemporaryAttendee row) => new(row.Id, row.FullName, row.Note, row.RecordedAt, row.MemberId);
}
