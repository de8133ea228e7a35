using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Proposals;

/// <summary>A session answers a proposal: same unit, same kind, same campaign, and no other session that still stands did before.</summary>
public static class ProposalAcceptance
{
    /// <exception cref="Problem"><c>not-found</c>, <c>assignment-not-yours</c>, <c>assignment-completed</c> or
    /// <c>assignment-taken-up</c>.</exception>
    public static async Task<Proposal> AcceptProposalAsync(
        this SessionDb database,
        Guid assignmentId,
        Guid unitId,
        string kind,
        Guid? campaignId,
        CancellationToken ct
    )
    {
        var proposal = await database.Proposals.AsNoTracking().SingleOrDefaultAsync(row => row.AssignmentId == assignmentId, ct)
            ?? throw new Problem(
                "not-found",
                404,
                "No assignment with this id asks for a session. If it was issued a moment ago, try again in a few seconds."
            );
        if (
            proposal.UnitId != unitId
            || proposal.Kind != kind
            || (campaignId is not null && proposal.CampaignId is not null && proposal.CampaignId != campaignId)
        )
        {
            throw Problem.Conflict(
                "assignment-not-yours",
                "The assignment asks for another unit, kind of session or campaign. Schedule what it asks for, or leave it out."
            );
        }

        if (proposal.Completed)
        {
            throw Problem.Conflict("assignment-completed", "The assignment is completed already. Schedule the session without it.");
        }

        // two at once: the unique index on the session's assignment refuses the second
        if (
            await database.Sessions.AnyAsync(
                session => session.AssignmentId == assignmentId && session.State != SessionStates.Cancelled,
                ct
            )
        )
        {
            throw Problem.Conflict(
                "assignment-taken-up",
                "Another session already answers this assignment. Look it up in the list of sessions."
            );
        }

        return proposal;
    }
}
