using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Proposals;

/// <summary>A session answers a proposal: same unit, same kind, same campaign, and no other session that still stands did before.</summary>
public static class TakeUp
{
    /// <exception cref="Problem"><c>not-found</c>, <c>assignment-not-yours</c>, <c>assignment-completed</c> or
    /// <c>assignment-taken-up</c>.</exception>
    public static async Task<Proposal> TakeUpAsync(
        this SessionDb database,
        Guid assignmentId,
        Guid unitId,
        string kind,
        Guid? campaignId,
        CancellationToken ct
    )
    {
        var proposal = await database.Proposals.AsNoTracking().SingleOrDefaultAsync(row => row.AssignmentId == assignmentId, ct)
            ?? throw new Problem(SessionProblems.AssignmentUnknown);
        if (
            proposal.UnitId != unitId
            || proposal.Kind != kind
            || (campaignId is not null && proposal.CampaignId is not null && proposal.CampaignId != campaignId)
        )
        {
            throw new Problem(SessionProblems.AssignmentNotYours);
        }

        if (proposal.Completed)
        {
            throw new Problem(SessionProblems.AssignmentCompleted);
        }

        // two at once: the unique index on the session's assignment refuses the second
        if (
            await database.Sessions.AnyAsync(
                session => session.AssignmentId == assignmentId && session.State != SessionStates.Cancelled,
                ct
            )
        )
        {
            throw new Problem(SessionProblems.AssignmentTakenUp);
        }

        return proposal;
    }
}
