using Campaign.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.Reminders;

/// <summary>
/// A line of a unit's inbox: a directive of which the unit was reminded. There is one for each unit and directive, which moves
/// up and is unread again when there is more to say; so an inbox does not fill with what is overdue.
/// </summary>
[NotAudited]
public sealed class Notice
{
    public Guid Id { get; init; }
    public required Guid UnitId { get; init; }
    public required Guid DirectiveId { get; init; }

    /// <summary>The day of the last reminder.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>UTC; read by one who holds the post is read for the unit.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    public string? ReadBy { get; init; }

    internal static void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notices");
        notice.Property(n => n.Id).ValueGeneratedNever();
        notice.Property(n => n.ReadBy).HasMaxLength(200);
        notice.HasOne<Documents.Directive>().WithMany().HasForeignKey(n => n.DirectiveId).OnDelete(DeleteBehavior.Restrict);
        notice.HasIndex(n => new { n.UnitId, n.DirectiveId }).IsUnique();
    }
}
