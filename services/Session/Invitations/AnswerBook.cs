using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Invitations;

/// <summary>Writes answers down, from a link or from somebody signed in.</summary>
public sealed class AnswerBook(SessionDb database, IAudit audit, TimeProvider time)
{
    /// <summary>May be changed until the session opens; the same answer again changes nothing but its time. The caller saves.</summary>
    /// <param name="session">Locked, shared at least: opening it waits.</param>
    /// <exception cref="Problem"><c>answers-closed</c>, <c>invalid-request</c>.</exception>
    public async Task<InvitationAnswer> WriteAsync(Session session, Guid person, AnswerInvitation answer, CancellationToken ct)
    {
        if (MeetingActions.WhyNotAnswered(session) is { } why)
        {
            throw why;
        }

        var now = time.GetUtcNow();
        // two at once from two windows: the row is there for both
        await database.Database.ExecuteSqlAsync(
            $"""
            insert into invitation_answers (session_id, person_id, answer, answered_at) values ({session.Id}, {person},
            {InvitationAnswers.Coming}, {now}) on conflict do nothing
            """,
            ct
        );
        var row = await database
            .Answers.FromSql($"select * from invitation_answers where session_id = {session.Id} and person_id = {person} for update")
            .SingleAsync(ct);
        row.Give(answer, now);
        audit.Record("answer", nameof(Session), session.Id.ToString(), new { person, row.Answer });
        return row;
    }

    public Task<InvitationAnswer?> ReadAsync(Guid session, Guid person, CancellationToken ct) =>
        database.Answers.AsNoTracking().SingleOrDefaultAsync(row => row.SessionId == session && row.PersonId == person, ct);
}
