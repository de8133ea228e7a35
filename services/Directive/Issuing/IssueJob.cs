using System.Text.Json;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Issuing;

/// <summary>
/// The work that is left of an issued directive. Written with the directive's own change; carried out in batches, each of
/// which moves <see cref="Done"/> in its own transaction, so that a restart goes on where it stopped.
/// </summary>
[NotAudited]
public sealed class IssueJob
{
    public required Guid DirectiveId { get; init; }

    /// <summary>The addressed units as of the moment of issue, in the order of the tree.</summary>
    public required Guid[] UnitIds { get; init; }

    /// <summary>JSON of the requirements; an assignment's id contains the index.</summary>
    public required string Requirements { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>Subtree of the rule, if there is one: units that come into it later are asked too.</summary>
    public string? RuleUnder { get; init; }

    public string[]? RuleTypes { get; init; }

    public Guid? LeadUnitId { get; init; }

    public Guid[]? CooperatingUnitIds { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The officer's request, so that the assignments belong to its trace.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Units of <see cref="UnitIds"/> that have their assignments.</summary>
    public int Done { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>UTC; not tried before.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Error { get; private set; }

    internal static IssueJob Of(Guid directive, IssuePlan plan, DateOnly today, DateTimeOffset now, string? traceParent) =>
        new()
        {
            DirectiveId = directive,
            UnitIds = [.. plan.Units.Select(unit => unit.Id)],
            Requirements = JsonSerializer.Serialize(plan.Requirements),
            IssuedOn = today,
            RuleUnder = plan.Rule?.Under,
            RuleTypes = plan.Rule is null ? null : [.. plan.Rule.Types ?? []],
            LeadUnitId = plan.Lead,
            CooperatingUnitIds = plan.Cooperating.Count == 0 ? null : [.. plan.Cooperating],
            CreatedAt = now,
            NotBefore = now,
            TraceParent = traceParent,
        };

    public IReadOnlyList<IssuedRequirement> ReadRequirements() => Read(Requirements);

    internal static IReadOnlyList<IssuedRequirement> Read(string requirements) =>
        JsonSerializer.Deserialize<List<IssuedRequirement>>(requirements)!;

    /// <summary>The next units to be asked.</summary>
    public Guid[] Next(int count) => [.. UnitIds.Skip(Done).Take(count)];

    public bool HasAskedAll => Done >= UnitIds.Length;

    /// <summary>What had gone wrong is over.</summary>
    public void Advance(int units) => (Done, Attempts, Error) = (Done + units, 0, null);

    public void Finish(DateTimeOffset now) => FinishedAt = now;

    internal static void Configure(EntityTypeBuilder<IssueJob> job)
    {
        job.ToTable("issue_job");
        job.HasKey(j => j.DirectiveId);
        job.Property(j => j.DirectiveId).ValueGeneratedNever();
        job.Property(j => j.Requirements).HasColumnType("jsonb");
        job.Property(j => j.RuleUnder).HasMaxLength(600).UseCollation("C");
        job.HasIndex(j => j.RuleUnder).HasFilter("rule_under is not null");
        job.Property(j => j.TraceParent).HasMaxLength(60);
        job.Property(j => j.Error).HasMaxLength(1000);
        job.HasOne<Documents.Directive>().WithOne().HasForeignKey<IssueJob>(j => j.DirectiveId).OnDelete(DeleteBehavior.Restrict);
        job.HasIndex(j => j.NotBefore).HasFilter("finished_at is null");
    }
}
