using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Quality;

/// <summary>What the secretary says about a rule that the record cannot answer.</summary>
public sealed class QualityAnswer
{
    public const int MaxSentence = 500;

    public required Guid SessionId { get; init; }

    /// <summary>Of the rule.</summary>
    public required string Code { get; init; }

    public required bool Yes { get; set; }

    public required string Sentence { get; set; }

    public required string ByName { get; set; }

    internal static void Configure(EntityTypeBuilder<QualityAnswer> answer)
    {
        answer.ToTable("quality_answers");
        answer.HasKey(a => new { a.SessionId, a.Code });
        answer.Property(a => a.Code).HasMaxLength(QualityRule.MaxCode);
        answer.Property(a => a.Sentence).HasMaxLength(MaxSentence);
        answer.Property(a => a.ByName).HasMaxLength(200);
        answer.HasOne<Session>().WithMany().HasForeignKey(a => a.SessionId);
    }
}

/// <summary>
/// The score as the unit confirmed it, with every line as it was then. After a correction of the attendance it is confirmed anew; the
/// earlier one stays.
/// </summary>
/// <remarks>Not audited: the row says who confirmed it, when.</remarks>
[NotAudited]
public sealed class QualityConfirmation
{
    public required Guid SessionId { get; init; }

    /// <summary>From 1; the highest counts.</summary>
    public required int Number { get; init; }

    public required int Points { get; init; }

    public required int MaxPoints { get; init; }

    /// <summary>JSON of the lines.</summary>
    public required string Lines { get; init; }

    /// <summary>Account.</summary>
    public required string By { get; init; }

    public required string ByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>UTC: the attendance was corrected since; null while it holds.</summary>
    public DateTimeOffset? ReopenedAt { get; set; }

    internal static void Configure(EntityTypeBuilder<QualityConfirmation> confirmation)
    {
        confirmation.ToTable("quality_confirmations");
        confirmation.HasKey(c => new { c.SessionId, c.Number });
        confirmation.Property(c => c.Lines).HasColumnType("jsonb");
        confirmation.Property(c => c.By).HasMaxLength(100);
        confirmation.Property(c => c.ByName).HasMaxLength(200);
        confirmation.HasOne<Session>().WithMany().HasForeignKey(c => c.SessionId);
    }
}
