using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Invitations;

/// <summary>Somebody invited to a session.</summary>
/// <param name="Guest">No participant: a superior who attends, a speaker.</param>
public sealed record Invited(Session Session, Guid PersonId, string FullName, bool Guest);

/// <summary>
/// The links that are handed out. Nothing of them is stored: a link is the session, the person and what the session's secret makes
/// of them. It is dead once the session is over.
/// </summary>
public sealed class InvitationLinks(SessionDb database)
{
    private const string Purpose = "invitation";

    public static string Token(Session session, Guid person) => SignedToken.Of(session.Secret, Purpose, session.Id, person);

    /// <summary>Of the page behind the Portal's origin.</summary>
    public static string Path(Session session, Guid person) => $"invitation/{Token(session, person)}";

    /// <param name="lockSession">For an answer: so that it falls before or after the opening.</param>
    /// <exception cref="Problem"><c>invitation-unknown</c> (404), <c>invitation-over</c> or <c>invitation-cancelled</c> (410).</exception>
    public async Task<Invited> FindAsync(string token, bool lockSession, CancellationToken ct)
    {
        if (SignedToken.Claims(token, 2) is not [var id, var person])
        {
            throw Unknown();
        }

        var session = lockSession
            ? await database.LockSharedAsync(id, ct)
            : await database.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct);
        if (session is null || !SignedToken.IsGenuine(token, session.Secret, Purpose, id, person))
        {
            throw Unknown();
        }

        return session.State switch
        {
            SessionStates.Held => throw new Problem(SessionProblems.InvitationOver),
            SessionStates.Cancelled => throw new Problem(SessionProblems.InvitationCancelled),
            _ => await PersonAsync(session, person, ct) ?? throw Unknown(),
        };
    }

    /// <summary>A participant who is expected, or a guest.</summary>
    private async Task<Invited?> PersonAsync(Session session, Guid person, CancellationToken ct)
    {
        var expected = await database.Attendance.Of(session).AnyAsync(row => row.MemberId == person, ct);
        var name = expected
            ? await database.Members.Where(member => member.Id == person).Select(member => member.FullName).SingleOrDefaultAsync(ct) ?? ""
            : await database
                .Guests.Where(guest => guest.Id == person && guest.SessionId == session.Id)
                .Select(guest => guest.FullName)
                .SingleOrDefaultAsync(ct);
        return name is null ? null : new Invited(session, person, name, !expected);
    }

    private static Problem Unknown() => new(SessionProblems.InvitationUnknown);
}
