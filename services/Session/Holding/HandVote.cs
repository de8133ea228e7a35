using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Preparing;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Holding;

/// <summary>
/// A vote by show of hands as it was counted once. A re-count is the question's next number; the highest holds, nothing is overwritten.
/// </summary>
/// <remarks>Not audited: each row says who counted it, when.</remarks>
[NotAudited]
public sealed class HandVote
{
    /// <summary>Counts of one session, re-counts included.</summary>
    public const int Most = 100;

    public const int MaxQuestion = 500;

    /// <summary>Of the question.</summary>
    public required Guid Id { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required Guid SessionId { get; init; }

    public required string Question { get; init; }

    public Guid? ItemId { get; init; }

    public required int For { get; init; }

    public required int Against { get; init; }

    public required int Abstain { get; init; }

    /// <summary>Participants who were present when it was counted.</summary>
    public required int Present { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Account.</summary>
    public required string By { get; init; }

    public required string ByName { get; init; }

    /// <summary>More hands than people are a mistake of the count, or of the roster.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>, <c>more-votes-than-present</c>.</exception>
    public static void Check(int inFavour, int against, int abstain, int present)
    {
        Problem.Unless(inFavour >= 0, "for", SessionProblems.Negative);
        Problem.Unless(against >= 0, "against", SessionProblems.Negative);
        Problem.Unless(abstain >= 0, "abstain", SessionProblems.Negative);
        // longs: three counts near the largest number would wrap around
        var hands = (long)inFavour + against + abstain;
        Problem.Unless(hands > 0, "for", SessionProblems.NobodyVoted);
        if (hands > present)
        {
            throw new Problem(SessionProblems.MoreVotesThanPresent, ("hands", hands), ("present", present));
        }
    }

    internal static void Configure(EntityTypeBuilder<HandVote> vote)
    {
        vote.ToTable("hand_votes");
        vote.HasKey(v => new { v.Id, v.Number });
        vote.Property(v => v.Question).HasMaxLength(MaxQuestion);
        vote.Property(v => v.By).HasMaxLength(100);
        vote.Property(v => v.ByName).HasMaxLength(200);
        vote.HasOne<Session>().WithMany().HasForeignKey(v => v.SessionId);
        vote.HasOne<AgendaItem>().WithMany().HasForeignKey(v => v.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}
