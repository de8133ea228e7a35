namespace Campaign.Recognition.Voting;

/// <summary>
/// A count of votes against the majority of <b>all</b> council members: who does not vote counts as not in favour.
/// </summary>
/// <param name="CouncilSize">Members of the council.</param>
/// <param name="InFavour">Votes for.</param>
/// <param name="Against">Votes against.</param>
public sealed record Tally(int CouncilSize, int InFavour, int Against)
{
    public bool Passed(decimal majorityPercent) => InFavour * 100m >= majorityPercent * CouncilSize;

    /// <summary>Whether the majority is out of reach even if everybody who has not voted were in favour.</summary>
    public bool Failed(decimal majorityPercent) => (CouncilSize - Against) * 100m < majorityPercent * CouncilSize;
}
