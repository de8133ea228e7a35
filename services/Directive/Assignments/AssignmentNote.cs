using Campaign.Api.Directive;
using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Assignments;

/// <summary>What somebody wrote when an assignment changed: a plan, a report, the reason of a return. Rows are only added.</summary>
[NotAudited]
public sealed class AssignmentNote
{
    public const int MaxLength = 4000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AssignmentId { get; init; }

    /// <summary>What was done, in the words of the audit log.</summary>
    public required string Action { get; init; }

    public required string Text { get; init; }

    /// <summary>A due day that was asked for, granted or set.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public AssignmentNoteView View() => new(Action, Text, Until, At, By);

    internal static void Configure(EntityTypeBuilder<AssignmentNote> note)
    {
        note.ToTable("assignment_notes");
        note.Property(n => n.Id).ValueGeneratedNever();
        note.Property(n => n.Action).HasMaxLength(30);
        note.Property(n => n.Text).HasMaxLength(MaxLength);
        note.Property(n => n.By).HasMaxLength(200);
        note.HasOne<Assignment>().WithMany().HasForeignKey(n => n.AssignmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
