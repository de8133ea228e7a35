using Campaign.Api.Evaluation;
using Campaign.Evaluation.Periods;
using Campaign.Hosting.Database;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Evaluation.Reviews;

/// <summary>
/// The review of one member or unit in one period: self rating, proposal and decision are kept apart. What a review says
/// stays out of the audit log; who touched it is recorded by name of the act.
/// </summary>
[NotAudited]
public sealed class Review
{
    public required Guid Id { get; init; }
    public required Guid PeriodId { get; init; }

    /// <summary>One of <see cref="Contracts.SubjectKinds"/>.</summary>
    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>Name, unit and district are those at enrolment: a review keeps the tree of its day.</summary>
    public required string SubjectName { get; init; }

    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }
    public required string District { get; init; }

    /// <summary>One of <see cref="ReviewStates"/>.</summary>
    public required string State { get; set; }

    public decimal? SelfCommon { get; set; }
    public decimal? SelfTask { get; set; }
    public string? SelfComment { get; set; }
    public decimal? ProposalCommon { get; init; }
    public decimal? ProposalTask { get; init; }
    public string? ProposalComment { get; init; }
    public string? ProposedBy { get; init; }
    public decimal? Score { get; init; }
    public string? Rank { get; init; }

    /// <summary>Rule set and version of the decision, <c>code/version</c>.</summary>
    public string? RuleSet { get; init; }

    public DateOnly? DecidedOn { get; init; }
    public string? DecidedBy { get; init; }
    public string? OverrideReason { get; init; }
    public required long Version { get; set; }

    internal static void Configure(EntityTypeBuilder<Review> review)
    {
        review.Property(r => r.Id).ValueGeneratedNever();
        review.Property(r => r.SubjectKind).HasMaxLength(20);
        review.Property(r => r.SubjectName).HasMaxLength(300);
        review.Property(r => r.UnitPath).IsUnitPath();
        review.Property(r => r.District).HasMaxLength(60);
        review.Property(r => r.State).HasMaxLength(20);
        review.Property(r => r.SelfCommon).HasPrecision(5, 2);
        review.Property(r => r.SelfTask).HasPrecision(5, 2);
        review.Property(r => r.SelfComment).HasMaxLength(ScoreRule.MaxComment);
        review.Property(r => r.ProposalCommon).HasPrecision(5, 2);
        review.Property(r => r.ProposalTask).HasPrecision(5, 2);
        review.Property(r => r.ProposalComment).HasMaxLength(ScoreRule.MaxComment);
        review.Property(r => r.ProposedBy).HasMaxLength(200);
        review.Property(r => r.Score).HasPrecision(5, 2);
        review.Property(r => r.Rank).HasMaxLength(20);
        review.Property(r => r.RuleSet).HasMaxLength(80);
        review.Property(r => r.DecidedBy).HasMaxLength(200);
        review.Property(r => r.OverrideReason).HasMaxLength(2000);
        review.Property(r => r.Version).IsConcurrencyToken();
        review.HasOne<Period>().WithMany().HasForeignKey(r => r.PeriodId);
        review
            .HasIndex(r => new
            {
                r.PeriodId,
                r.SubjectKind,
                r.SubjectId,
            })
            .IsUnique();
        review.HasIndex(r => new
        {
            r.PeriodId,
            r.UnitPath,
            r.Id,
        });
        review.HasIndex(r => new
        {
            r.PeriodId,
            r.State,
            r.UnitPath,
            r.Id,
        });
        review
            .HasIndex(r => new
            {
                r.PeriodId,
                r.Rank,
                r.UnitPath,
                r.Id,
            })
            .HasFilter("rank is not null");
    }
}
