using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Acting;

/// <summary>Asks the rules of acting on a session for the caller.</summary>
public sealed class Actor(SessionDb database, Caller caller, TimeProvider time)
{
    /// <summary>The session for a caller who may do this to it, locked until the transaction ends.</summary>
    /// <exception cref="Problem"><c>not-found</c>, or why they may not.</exception>
    public async Task<Session> LockAsync(ActionRule<SessionFacts> rule, Guid id, CancellationToken ct)
    {
        var session = await database.LockAsync(id, ct);
        await DemandAsync(rule, session, ct);
        return session;
    }

    /// <summary>The session for a caller who may do this to it, to be read only.</summary>
    /// <exception cref="Problem"><c>not-found</c>, or why they may not.</exception>
    public async Task<Session> ReadAsync(ActionRule<SessionFacts> rule, Guid id, CancellationToken ct)
    {
        var session = await database.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct)
            ?? throw Problem.NotFound("session");
        await DemandAsync(rule, session, ct);
        return session;
    }

    /// <exception cref="Problem">Why they may not.</exception>
    public async Task DemandAsync(ActionRule<SessionFacts> rule, Session session, CancellationToken ct) =>
        rule.Demand(caller, await FactsAsync(session, ct));

    /// <summary>What the caller may do with the session now.</summary>
    public async Task<IReadOnlyList<string>> MayAsync(Session session, CancellationToken ct) =>
        SessionActions.All.May(caller, await FactsAsync(session, ct));

    private async Task<SessionFacts> FactsAsync(Session session, CancellationToken ct) =>
        new(
            session,
            time.GetUtcNow(),
            await database.TakesPartAsync(session, caller, ct),
            await database
                .Minutes.AsNoTracking()
                .Where(version => version.SessionId == session.Id)
                .OrderByDescending(version => version.Number)
                .FirstOrDefaultAsync(ct),
            caller.Subject
        );
}
