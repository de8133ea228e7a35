using Campaign.Api.Problems;
using Campaign.Api.Recognition;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Recognition.Councils;
using Campaign.Recognition.Nominations;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Recognition.Voting;

/// <summary>
/// Takes votes: a council member's own, or those given in writing, which an officer of the council's unit records from
/// the session's minutes. What a member cast is theirs: no record in writing replaces it.
/// </summary>
internal sealed class BallotBox(RecognitionDb database, Caller caller, IAudit audit, TimeProvider time)
{
    /// <exception cref="Problem"><c>not-a-council-member</c>, <c>not-your-vote</c> (403), <c>voted-in-person</c> (409).</exception>
    public Task<Nomination> CastAsync(Guid nomination, CastVote vote, CancellationToken ct) =>
        TakeAsync(
            nomination,
            NominationActions.Vote,
            [new Ballot(vote.CouncilMemberId ?? caller.MemberId ?? throw NotAMember(), vote.InFavour)],
            ct
        );

    public Task<Nomination> RecordAsync(Guid nomination, CastVotes votes, CancellationToken ct)
    {
        Problem.Unless(
            votes.Ballots is { Count: >= 1 and <= Council.MaxMembers },
            "ballots",
            FieldCodes.Count,
            ("min", 1),
            ("max", Council.MaxMembers)
        );
        var members = new HashSet<Guid>();
        foreach (var (index, ballot) in votes.Ballots.Index())
        {
            Problem.Unless(
                members.Add(ballot.CouncilMemberId),
                $"ballots[{index}].councilMemberId",
                FieldCodes.Twice,
                ("value", ballot.CouncilMemberId)
            );
        }

        return TakeAsync(nomination, NominationActions.RecordBallots, votes.Ballots, ct);
    }

    private Task<Nomination> TakeAsync(
        Guid id,
        ActionRule<NominationOfCouncil> rule,
        IReadOnlyList<Ballot> ballots,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                // votes on one nomination are counted one after the other
                var nomination = await database
                    .Nominations.FromSql($"select * from nominations where id = {id} for update")
                    .SingleOrDefaultAsync(ct)
                    ?? throw Problem.NotFound("nomination");
                var council = await database.Councils.AsNoTracking().SingleAsync(c => c.Id == nomination.CouncilId, ct);
                caller.Demand(council.UnitPath);
                if (ballots.Any(ballot => !council.MemberIds.Contains(ballot.CouncilMemberId)))
                {
                    throw NotAMember();
                }

                DemandOwn(ballots, council);
                // what a member votes for another is a record in writing
                var written = ballots.All(IsOwn) ? rule : NominationActions.RecordBallots;
                written.Demand(caller, new NominationOfCouncil(nomination, council));

                var votes = await database.Votes.Where(vote => vote.NominationId == id).ToDictionaryAsync(vote => vote.CouncilMemberId, ct);
                foreach (var ballot in ballots)
                {
                    Put(nomination, votes, ballot);
                }

                nomination.Count(
                    new Tally(
                        council.MemberIds.Length,
                        votes.Values.Count(vote => vote.InFavour),
                        votes.Values.Count(vote => !vote.InFavour)
                    )
                );
                await database.SaveChangesAsync(ct);
                return nomination;
            },
            ct
        );

    private void DemandOwn(IReadOnlyList<Ballot> ballots, Council council)
    {
        if (ballots.Any(ballot => !IsOwn(ballot)) && !caller.Covers(council.UnitPath, Roles.DistrictOfficer, Roles.CityOfficer))
        {
            throw new Problem(RecognitionProblems.NotYourVote);
        }
    }

    private bool IsOwn(Ballot ballot) => ballot.CouncilMemberId == caller.MemberId;

    private void Put(Nomination nomination, Dictionary<Guid, Vote> votes, Ballot ballot)
    {
        var (own, recordedBy, at) = (IsOwn(ballot), caller.Subject!, time.GetUtcNow());
        if (votes.TryGetValue(ballot.CouncilMemberId, out var vote) && vote.InPerson && !own)
        {
            throw new Problem(RecognitionProblems.VotedInPerson) { Extensions = { ["councilMemberId"] = ballot.CouncilMemberId } };
        }

        audit.Record("voted", nameof(Nomination), nomination.Id.ToString(), new { ballot.CouncilMemberId, own });
        if (vote is not null)
        {
            (vote.InFavour, vote.InPerson, vote.RecordedBy, vote.At) = (ballot.InFavour, own, recordedBy, at);
            return;
        }

        votes[ballot.CouncilMemberId] = database
            .Votes.Add(
                new Vote
                {
                    NominationId = nomination.Id,
                    CouncilMemberId = ballot.CouncilMemberId,
                    InFavour = ballot.InFavour,
                    InPerson = own,
                    RecordedBy = recordedBy,
                    At = at,
                }
            )
            .Entity;
    }

    private static Problem NotAMember() => new(RecognitionProblems.NotACouncilMember);
}
