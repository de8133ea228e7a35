using Campaign.Contracts;
using Campaign.Hosting.Database;
using Campaign.Messaging.Inbox;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Recognition.Candidates;

/// <summary>A subject's latest decided review of a year; a candidate when it is good or excellent.</summary>
[NotAudited]
public sealed class Candidate
{
    public required string SubjectKind { get; init; }
    public required Guid SubjectId { get; init; }
    public required int Year { get; init; }
    public required string UnitPath { get; init; }

    /// <summary>One of <see cref="Ranks"/>; all are kept, so that a later, worse review ends a candidacy.</summary>
    public required string Rank { get; init; }

    /// <summary>0–100.</summary>
    public required decimal Score { get; init; }

    public required DateOnly DecidedOn { get; init; }

    /// <summary>Settles which of two decisions of one day is the later; UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    internal static void Configure(EntityTypeBuilder<Candidate> candidate)
    {
        candidate.ToTable("candidates");
        candidate.HasKey(c => new
        {
            c.SubjectKind,
            c.SubjectId,
            c.Year,
        });
        candidate.Property(c => c.SubjectKind).HasMaxLength(20);
        candidate.Property(c => c.UnitPath).IsUnitPath();
        candidate.Property(c => c.Rank).HasMaxLength(20);
        candidate.Property(c => c.Score).HasPrecision(5, 2);
        candidate
            .HasIndex(c => new
            {
                c.UnitPath,
                c.SubjectId,
                c.Year,
            })
            .HasFilter("rank in ('excellent', 'good')");
    }
}

/// <summary>Keeps the latest decision per subject and year, in whatever order they arrive.</summary>
internal sealed class SuggestCandidate(RecognitionDb database) : IRunHandler<ReviewDecided>
{
    public Task HandleAsync(IReadOnlyList<ReviewDecided> run, CancellationToken cancellationToken)
    {
        // a subject may have several reviews of a year, and a statement changes a row once
        var latest = run.GroupBy(review => (review.SubjectKind, review.SubjectId, review.Year))
            .Select(reviews => reviews.MaxBy(review => (review.DecidedOn, review.OccurredAt))!)
            .ToList();
        return database.Database.ExecuteSqlAsync(
            $"""
            insert into candidates as c (subject_kind, subject_id, year, unit_path, rank, score, decided_on, occurred_at)
            select * from unnest({latest.Select(review => review.SubjectKind).ToArray()}, {latest.Select(review =>
                review.SubjectId
            ).ToArray()},
                {latest.Select(review => review.Year).ToArray()}, {latest.Select(review => review.UnitPath).ToArray()}, {latest.Select(
                review => review.Rank
            ).ToArray()},
                {latest.Select(review => review.Score).ToArray()}, {latest.Select(review => review.DecidedOn).ToArray()}, {latest.Select(
                review => review.OccurredAt
            ).ToArray()})
            on conflict (subject_kind, subject_id, year) do update set unit_path = excluded.unit_path, rank = excluded.rank,
                score = excluded.score, decided_on = excluded.decided_on, occurred_at = excluded.occurred_at
            where (c.decided_on, c.occurred_at) < (excluded.decided_on, excluded.occurred_at)
            """,
            cancellationToken
        );
    }
}
