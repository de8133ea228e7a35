using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Reminders;

/// <summary>That a unit was reminded of an assignment; its key makes it at most once a day. Kept for <see cref="Kept"/> days.</summary>
[NotAudited]
public sealed class Reminder
{
    /// <summary>Days.</summary>
    public const int Kept = 400;

    public required Guid AssignmentId { get; init; }
    public required DateOnly Day { get; init; }
    public required Guid NoticeId { get; init; }

    /// <summary>The unit that was reminded; the assignment may go on at another one.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>One of <see cref="Api.Directive.ReminderStages"/>.</summary>
    public required string Stage { get; init; }

    /// <summary>The day whose mails tell of it.</summary>
    public DateOnly? MailedOn { get; init; }

    internal static void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.ToTable("reminders");
        reminder.HasKey(r => new { r.AssignmentId, r.Day });
        reminder.Property(r => r.Stage).HasMaxLength(15);
        reminder.HasOne<Assignments.Assignment>().WithMany().HasForeignKey(r => r.AssignmentId).OnDelete(DeleteBehavior.Restrict);
        reminder.HasOne<Notice>().WithMany().HasForeignKey(r => r.NoticeId).OnDelete(DeleteBehavior.Restrict);
        reminder.HasIndex(r => new { r.NoticeId, r.Day });
        reminder.HasIndex(r => r.Day);
        reminder.HasIndex(r => new { r.Day, r.UnitId }).HasDatabaseName("ix_reminders_not_mailed").HasFilter("mailed_on is null");
    }
}
