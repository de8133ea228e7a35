using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Holding;

/// <summary>Keeps what was counted of each question; the session must be locked.</summary>
public sealed class VoteBook(SessionDb database, Caller caller, TimeProvider time)
{
    /// <param name="vote">Of the question.</param>
    /// <exception cref="Problem"><c>invalid-request</c>, <c>more-votes-than-present</c>.</exception>
    public async Task CountAsync(
        Session session,
        Guid vote,
        int number,
        string question,
        Guid? item,
        RecountVote count,
        CancellationToken ct
    )
    {
        if (await database.Votes.CountAsync(row => row.SessionId == session.Id, ct) >= HandVote.Most)
        {
            throw new Problem(SessionProblems.TooManyVotes, ("max", HandVote.Most));
        }

        var present = (await database.TallyAsync(session, ct)).Present;
        HandVote.Check(count.For, count.Against, count.Abstain, present);
        database.Votes.Add(
            new HandVote
            {
                Id = vote,
                Number = number,
                SessionId = session.Id,
                Question = question,
                ItemId = item,
                For = count.For,
                Against = count.Against,
                Abstain = count.Abstain,
                Present = present,
                At = time.GetUtcNow(),
                By = caller.Subject!,
                ByName = caller.Name,
            }
        );
    }
}
