using System.Text.Json;
using Campaign.Api.Organization;
using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Organization.Import.Jobs;

/// <summary>
/// A large file of members that comes in behind the request's back: all of it in one transaction or nothing. Whoever sent it, and
/// where they may act, is kept with it.
/// </summary>
[NotAudited]
public sealed class ImportJob
{
    public required Guid Id { get; init; }
    public required string FileName { get; init; }
    public required bool DryRun { get; init; }
    public required string SentBy { get; init; }

    /// <summary>The account or client that sent it.</summary>
    public required string Subject { get; init; }

    /// <summary>Roots of the subtrees that the sender covered: who covers them all sees it and may stop it.</summary>
    public required string[] Paths { get; init; }

    public required bool ByOperator { get; init; }
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Of the file, set when all of it has arrived.</summary>
    public long Bytes { get; set; }

    /// <summary>One of <see cref="ImportJobStates"/>.</summary>
    public string State { get; set; } = ImportJobStates.Arriving;

    /// <summary>Rows read so far; they count only when the job is done.</summary>
    public int Rows { get; set; }

    public bool CancelAsked { get; set; }

    /// <summary>The report as JSON, when it is over.</summary>
    public string? Report { get; set; }

    /// <summary>Why it failed, as JSON (<see cref="ProblemView"/>).</summary>
    public string? Problem { get; set; }

    public ImportJobView View(Caller caller) =>
        new(
            Id,
            FileName,
            DryRun,
            SentBy,
            SentAt,
            Bytes,
            State,
            Rows,
            Report is null ? null : JsonSerializer.Deserialize<ImportReport>(Report, JsonSerializerOptions.Web),
            Problem is null ? null : JsonSerializer.Deserialize<ProblemView>(Problem, JsonSerializerOptions.Web)
        )
        {
            May = ImportActions.OfJobs.May(caller, this),
        };

    internal static void Configure(EntityTypeBuilder<ImportJob> job)
    {
        job.ToTable("import_jobs");
        job.Property(j => j.Id).ValueGeneratedNever();
        job.Property(j => j.FileName).HasMaxLength(200);
        job.Property(j => j.SentBy).HasMaxLength(200);
        job.Property(j => j.Subject).HasMaxLength(100);
        job.Property(j => j.State).HasMaxLength(20);
        job.HasIndex(j => j.SentAt).HasFilter("state in ('waiting', 'running')");
    }
}

/// <summary>A part of a job's file; gone when the job is over.</summary>
[NotAudited]
public sealed class ImportPart
{
    public const int Bytes = 1024 * 1024;

    public required Guid JobId { get; init; }
    public required int Number { get; init; }
    public required byte[] Content { get; init; }

    internal static void Configure(EntityTypeBuilder<ImportPart> part)
    {
        part.ToTable("import_parts");
        part.HasKey(p => new { p.JobId, p.Number });
        part.HasOne<ImportJob>().WithMany().HasForeignKey(p => p.JobId).OnDelete(DeleteBehavior.Cascade);
    }
}
