using Campaign.Api.Recognition;
using Campaign.Defaults.Access;
using Campaign.Defaults.Audit;
using Campaign.Defaults.Problems;
using Campaign.Recognition.Councils;
using Campaign.Recognition.Nominations;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Recognition.Voting;

/// <summary>Takes votes: a council member's own, or those given in writing and recorded from the session's minutes.</summary>
internal sealed class BallotBox(RecognitionDb database, Caller caller, IAudit audit, TimeProvider time)
{
    /// <exception cref="Problem"><c>not-a-council-member</c> (403).</exception>
    public Task<Nomination> CastAsync(Guid nomination, CastVote vote, CancellationToken ct) =>
        TakeAsync(nomination, [new Ballot(vote.CouncilMemberId ?? caller.MemberId ?? throw NotAMember(), vote.InFavour)], ct);

    public Task<Nomination> RecordAsync(Guid nomination, CastVotes votes, CancellationToken ct)
    {
        Problem.Unless(votes.Ballots is { Count: >= 1 and <= Council.MaxMembers }, $"'ballots' must hold 1 to {Council.MaxMembers} ballots.");
        Problem.Unless(votes.Ballots.DistinctBy(ballot => ballot.CouncilMemberId).Count() == votes.Ballots.Count, "A council member has one vote. Keep one ballot of each.");
        return TakeAsync(nomination, votes.Ballots, ct);
    }

    private Task<Nomination> TakeAsync(Guid id, IReadOnlyList<Ballot> ballots, CancellationToken ct) => database.AtomicallyAsync(async () =>
    {
        // votes on one nomination are counted one after the other
        var nomination = await database.Nominations.FromSql($"select * from nominations where id = {id} for update").SingleOrDefaultAsync(ct)
            ?? throw Problem.NotFound("nomination");
        var council = await database.Councils.AsNoTracking().SingleAsync(c => c.Id == nomination.CouncilId, ct);
        caller.Demand(council.UnitPath);
        if (ballots.Any(ballot => !council.MemberIds.Contains(ballot.CouncilMemberId)))
        {
            throw NotAMember();
        }

        if (nomination.State == NominationStates.Awarded)
        {
            throw Problem.Conflict("already-rewarded", $"The award of {nomination.SubjectName} has been decided; votes can no longer be changed.");
        }

        var votes = await database.Votes.Where(vote => vote.NominationId == id).ToDictionaryAsync(vote => vote.CouncilMemberId, ct);
        foreach (var ballot in ballots)
        {
            Put(nomination, votes, ballot);
        }

        nomination.Count(new Tally(council.MemberIds.Length, votes.Values.Count(vote => vote.InFavour), votes.Values.Count(vote => !vote.InFavour)));
        await database.SaveChangesAsync(ct);
        return nomination;
    }, ct);

    private void Put(Nomination nomination, Dictionary<Guid, Vote> votes, Ballot ballot)
    {
        var (recordedBy, at) = (caller.Subject!, time.GetUtcNow());
        audit.Record("voted", nameof(Nomination), nomination.Id.ToString(), new { ballot.CouncilMemberId, own = ballot.CouncilMemberId == caller.MemberId });
        if (votes.TryGetValue(ballot.CouncilMemberId, out var vote))
        {
            (vote.InFavour, vote.RecordedBy, vote.At) = (ballot.InFavour, recordedBy, at);
            return;
        }

        votes[ballot.CouncilMemberId] = database.Votes.Add(new Vote
        {
            NominationId = nomination.Id,
            CouncilMemberId = ballot.CouncilMemberId,
            InFavour = ballot.InFavour,
            RecordedBy = recordedBy,
            At = at,
        }).Entity;
    }

    private static Problem NotAMember() =>
        new("not-a-council-member", 403, "Only members of the nomination's council have a vote. GET councils lists them.");
}
