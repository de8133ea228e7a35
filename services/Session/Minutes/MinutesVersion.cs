using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Minutes;

/// <summary>
/// The minutes of a session as somebody wrote them once. The highest number counts; nothing is ever overwritten. Signed by the chair
/// and by the secretary of the meeting the version is locked: what comes after it is a correction with a reason.
/// </summary>
/// <remarks>Not audited: each row says who wrote and who signed it, when.</remarks>
[NotAudited]
public sealed class MinutesVersion
{
    public const int MaxText = 100_000;
    public const int MaxReason = 500;

    public required Guid SessionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required string Text { get; init; }

    /// <summary>Number and symbol of the document, e.g. <c>05-BB/CB</c>; empty when it has none.</summary>
    public required string Symbol { get; init; }

    /// <summary>Who chaired, as printed under the signature.</summary>
    public required string Chair { get; set; }

    /// <summary>Who took the minutes.</summary>
    public required string Secretary { get; set; }

    /// <summary>Why minutes that were signed were corrected; null for an ordinary edit.</summary>
    public string? Reason { get; init; }

    /// <summary>Account.</summary>
    public required string WrittenBy { get; init; }

    public required string WrittenByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    public string? ChairSignedBy { get; private set; }

    public DateTimeOffset? ChairSignedAt { get; private set; }

    public string? SecretarySignedBy { get; private set; }

    public DateTimeOffset? SecretarySignedAt { get; private set; }

    public bool IsLocked => ChairSignedAt is not null && SecretarySignedAt is not null;

    /// <summary>Signs; a repeat changes nothing. Nobody signs for both. Where the minutes name nobody, the signer is named.</summary>
    /// <exception cref="Problem"><c>signed-by-another</c>, <c>signs-for-both</c>.</exception>
    public void Sign(bool asChair, string account, string name, DateTimeOffset now)
    {
        if (WhyNotSigned(asChair, account) is { } why)
        {
            throw why;
        }

        if ((asChair ? ChairSignedBy : SecretarySignedBy) == account)
        {
            return;
        }

        if (asChair)
        {
            (ChairSignedBy, ChairSignedAt, Chair) = (account, now, string.IsNullOrWhiteSpace(Chair) ? name : Chair);
        }
        else
        {
            (SecretarySignedBy, SecretarySignedAt, Secretary) = (account, now, string.IsNullOrWhiteSpace(Secretary) ? name : Secretary);
        }
    }

    /// <summary>Why the account cannot sign.</summary>
    public Problem? WhyNotSigned(bool asChair, string? account)
    {
        var (mine, other) = asChair ? (ChairSignedBy, SecretarySignedBy) : (SecretarySignedBy, ChairSignedBy);
        if (mine is not null)
        {
            return mine == account ? null : new Problem(SessionProblems.SignedByAnother);
        }

        return other == account ? new Problem(SessionProblems.SignsForBoth) : null;
    }

    internal static void Configure(EntityTypeBuilder<MinutesVersion> minutes)
    {
        minutes.ToTable("minutes_versions");
        minutes.HasKey(m => new { m.SessionId, m.Number });
        minutes.Property(m => m.Symbol).HasMaxLength(40);
        minutes.Property(m => m.Chair).HasMaxLength(200);
        minutes.Property(m => m.Secretary).HasMaxLength(200);
        minutes.Property(m => m.Reason).HasMaxLength(MaxReason);
        minutes.Property(m => m.WrittenBy).HasMaxLength(100);
        minutes.Property(m => m.WrittenByName).HasMaxLength(200);
        minutes.Property(m => m.ChairSignedBy).HasMaxLength(100);
        minutes.Property(m => m.SecretarySignedBy).HasMaxLength(100);
        minutes.Ignore(m => m.IsLocked);
        minutes.HasOne<Session>().WithMany().HasForeignKey(m => m.SessionId);
    }
}
