using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Scheduling;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Holding;

/// <summary>
/// Whoever runs a session writes down what happens, while it is open or afterwards from paper, until it is closed: the session is
/// locked, so that what is written and the closing take turns.
/// </summary>
public sealed class HoldingRequest(SessionDb database, Actor actor, TimeProvider time)
{
    /// <exception cref="Problem"><c>not-found</c>, <c>outside-your-units</c>, <c>session-held</c>.</exception>
    public Task<Ok<ProceedingsView>> ChangeAsync(Guid id, Func<Session, Task> change, CancellationToken ct) =>
        database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.WriteProceedings, id, ct);
                await change(session);
                await database.SaveChangesAsync(ct);
                return await AnswerAsync(session, ct);
            },
            ct
        );

    public async Task<Ok<ProceedingsView>> AnswerAsync(Session session, CancellationToken ct)
    {
        var present = (await database.TallyAsync(session, ct)).Present;
        return TypedResults.Ok((await Proceedings.ReadAsync(session.Id, database, ct)).View(session.Id, present, time.GetUtcNow()));
    }

    /// <summary>The item, when it is on this session's agenda.</summary>
    /// <exception cref="Problem"><c>not-found</c>.</exception>
    public async Task DemandOnAgendaAsync(Session session, Guid? item, CancellationToken ct)
    {
        if (item is not null && !await database.AgendaItems.AnyAsync(row => row.Id == item && row.SessionId == session.Id, ct))
        {
            throw Problem.NotFound("agenda item of this session");
        }
    }
}
