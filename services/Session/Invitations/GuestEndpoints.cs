using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Scheduling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Invitations;

/// <summary>The links to hand out: of everybody who is expected, and of guests.</summary>
public static class GuestEndpoints
{
    public static RouteGroupBuilder MapGuests(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/sessions/{id:guid}").WithTags("Invitations");
        session.MapGet("/invitations", LinksAsync).Allow(SessionActions.Invite).Refuses(SessionActions.Over);
        session.MapGet("/guests", ListAsync).Allow(SessionActions.ReadGuests);
        session.MapPost("/guests", AddAsync).Allow(SessionActions.Invite).Refuses([.. SessionActions.Over, SessionProblems.TooManyGuests]);
        session.MapPost("/guests/{guest:guid}/withdraw", WithdrawAsync).Allow(SessionActions.Invite).Refuses(SessionActions.Over);
        return session;
    }

    private static async Task<Ok<Page<InvitationLink>>> LinksAsync(
        Guid id,
        string? cursor,
        int? limit,
        Actor actor,
        SessionDb database,
        IAudit audit,
        CancellationToken ct
    )
    {
        var size = Cursor.Limit(limit);
        var session = await actor.ReadAsync(SessionActions.Invite, id, ct);
        var rows = database.Attendance.AsNoTracking().Of(session);
        if (Cursor.After<int>(cursor, out var after))
        {
            rows = rows.Where(row => row.Line > after);
        }

        var page = await rows.OrderBy(row => row.Line)
            .Take(size + 1)
            .LeftJoin(
                database.Members,
                row => row.MemberId,
                member => member.Id,
                (row, member) =>
                    new
                    {
                        row.MemberId,
                        row.Line,
                        member!.FullName,
                        member.Number,
                    }
            )
            .LeftJoin(
                database.Answers.Where(answer => answer.SessionId == id),
                row => row.MemberId,
                answer => answer.PersonId,
                (row, answer) => new { row, answer!.Answer }
            )
            .OrderBy(pair => pair.row.Line)
            .ToListAsync(ct);
        audit.Record(
            "hand-out",
            nameof(Session),
            id.ToString(),
            new { links = Math.Min(page.Count, size), from = page.FirstOrDefault()?.row.Line }
        );
        await database.SaveChangesAsync(ct);
        return TypedResults.Ok(
            Cursor.Page(
                page,
                size,
                pair => new InvitationLink(
                    pair.row.MemberId,
                    pair.row.FullName ?? "",
                    pair.row.Number ?? "",
                    InvitationLinks.Path(session, pair.row.MemberId),
                    pair.Answer
                ),
                pair => [pair.row.Line]
            )
        );
    }

    private static async Task<Ok<IReadOnlyList<GuestView>>> ListAsync(
        Guid id,
        Actor actor,
        SessionDb database,
        IAudit audit,
        CancellationToken ct
    )
    {
        var session = await actor.ReadAsync(SessionActions.ReadGuests, id, ct);
        var guests = await ReadAsync(session, database, ct);
        audit.Record("hand-out", nameof(Session), id.ToString(), new { guests = guests.Count });
        await database.SaveChangesAsync(ct);
        return TypedResults.Ok(guests);
    }

    private static Task<Created<GuestView>> AddAsync(Guid id, AddGuest request, Actor actor, SessionDb database, CancellationToken ct) =>
        database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.Invite, id, ct);
                if (await database.Guests.CountAsync(row => row.SessionId == id, ct) >= Guest.Max)
                {
                    throw new Problem(SessionProblems.TooManyGuests, ("max", Guest.Max));
                }

                var guest = new Guest
                {
                    Id = Guid.CreateVersion7(),
                    SessionId = id,
                    FullName = Problem.Text(request.FullName, "fullName", 200),
                    Role = Problem.Text(request.Role, "role", 200, min: 0),
                    Organisation = Problem.Text(request.Organisation, "organisation", 300, min: 0),
                };
                database.Guests.Add(guest);
                await database.SaveChangesAsync(ct);
                return TypedResults.Created($"/sessions/{id}/guests/{guest.Id}", View(session, guest, null));
            },
            ct
        );

    /// <summary>A repeat changes nothing.</summary>
    private static Task<Ok<IReadOnlyList<GuestView>>> WithdrawAsync(
        Guid id,
        Guid guest,
        Actor actor,
        SessionDb database,
        IAudit audit,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.Invite, id, ct);
                if (await database.Guests.SingleOrDefaultAsync(row => row.Id == guest && row.SessionId == id, ct) is { } row)
                {
                    await database.Answers.Where(answer => answer.SessionId == id && answer.PersonId == guest).ExecuteDeleteAsync(ct);
                    database.Guests.Remove(row);
                    audit.Record("withdraw-guest", nameof(Session), id.ToString(), new { guest });
                    await database.SaveChangesAsync(ct);
                }

                return TypedResults.Ok(await ReadAsync(session, database, ct));
            },
            ct
        );

    private static async Task<IReadOnlyList<GuestView>> ReadAsync(Session session, SessionDb database, CancellationToken ct)
    {
        var rows = await database
            .Guests.AsNoTracking()
            .Where(guest => guest.SessionId == session.Id)
            .LeftJoin(
                database.Answers.Where(answer => answer.SessionId == session.Id),
                guest => guest.Id,
                answer => answer.PersonId,
                (guest, answer) => new { guest, answer!.Answer }
            )
            .OrderBy(pair => pair.guest.Id)
            .Take(Guest.Max)
            .ToListAsync(ct);
        return [.. rows.Select(pair => View(session, pair.guest, pair.Answer))];
    }

    private static GuestView View(Session session, Guest guest, string? answer) =>
        new(guest.Id, guest.FullName, guest.Role, guest.Organisation, InvitationLinks.Path(session, guest.Id), answer);
}
