using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Evaluation.GatheredEvidence;

/// <summary>A session that a unit held.</summary>
[NotAudited]
public sealed class SessionFact
{
    public required Guid Id { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required long Version { get; init; }

    internal static void Configure(EntityTypeBuilder<SessionFact> session)
    {
        session.ToTable("sessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.HasIndex(s => new { s.UnitId, s.HeldOn });
    }
}

/// <summary>
/// What a unit was asked for and what became of it. Each event sets its own columns only, the latest version of a column
/// wins: the order of their arrival does not matter.
/// </summary>
[NotAudited]
public sealed class AssignmentFact
{
    public required Guid Id { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>Unknown until the issue or the overdue notice arrives; the period of the assignment is that of this day.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Version of the assignment that <see cref="DueOn"/> is from.</summary>
    public long DueVersion { get; init; }

    /// <summary>Null until it is completed, and again when the work was returned.</summary>
    public bool? OnTime { get; init; }

    /// <summary>Version of the assignment that <see cref="OnTime"/> is from.</summary>
    public long DoneVersion { get; init; }

    public bool Overdue { get; init; }

    /// <summary>Version of the assignment that <see cref="Overdue"/> is from: a due day may be put off.</summary>
    public long OverdueVersion { get; init; }

    /// <summary>Taken back by the issuer: evidence of nothing.</summary>
    public bool Recalled { get; init; }

    internal static void Configure(EntityTypeBuilder<AssignmentFact> assignment)
    {
        assignment.ToTable("assignments");
        assignment.Property(a => a.Id).ValueGeneratedNever();
        assignment.HasIndex(a => new { a.UnitId, a.DueOn });
    }
}

/// <summary>An award to a member or a unit. Grant and revocation set their own column only.</summary>
[NotAudited]
public sealed class AwardFact
{
    public required Guid Id { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>Unknown when the revocation arrived first.</summary>
    public DateOnly? GrantedOn { get; init; }

    public DateOnly? RevokedOn { get; init; }

    internal static void Configure(EntityTypeBuilder<AwardFact> award)
    {
        award.ToTable("awards");
        award.Property(a => a.Id).ValueGeneratedNever();
        award.HasIndex(a => new { a.SubjectId, a.GrantedOn });
    }
}

/// <summary>How good a meeting of a unit was, as the unit confirmed it last.</summary>
[NotAudited]
public sealed class QualityFact
{
    /// <summary>Of the session.</summary>
    public required Guid Id { get; init; }

    public required Guid UnitId { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required int Points { get; init; }
    public required int MaxPoints { get; init; }
    public required long Version { get; init; }

    internal static void Configure(EntityTypeBuilder<QualityFact> quality)
    {
        quality.ToTable("session_qualities");
        quality.Property(q => q.Id).ValueGeneratedNever();
        quality.HasIndex(q => new { q.UnitId, q.HeldOn });
    }
}

/// <summary>A promise that a unit, or its head, kept.</summary>
[NotAudited]
public sealed class CommitmentFact
{
    public required Guid Id { get; init; }

    /// <summary>The head where one answered for it, else the unit.</summary>
    public required Guid SubjectId { get; init; }

    public required DateOnly FulfilledOn { get; init; }
    public required bool OnTime { get; init; }

    internal static void Configure(EntityTypeBuilder<CommitmentFact> commitment)
    {
        commitment.ToTable("commitments");
        commitment.Property(c => c.Id).ValueGeneratedNever();
        commitment.HasIndex(c => new { c.SubjectId, c.FulfilledOn });
    }
}
