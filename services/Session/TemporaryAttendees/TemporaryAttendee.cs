using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.TemporaryAttendees;

/// <summary>
/// Somebody who came and is not on the list: a member whose transfer has not arrived, or a guest. Merged with a member as soon as
/// it is known who they are; until then in no figure.
/// </summary>
public sealed class TemporaryAttendee
{
    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    public required string FullName { get; init; }

    /// <summary>Where from, as they said.</summary>
    public required string Note { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who they turned out to be.</summary>
    public Guid? MemberId { get; set; }

    internal static void Configure(EntityTypeBuilder<TemporaryAttendee> attendee)
    {
        attendee.ToTable("temporary_attendees");
        attendee.Property(a => a.Id).ValueGeneratedNever();
        attendee.Property(a => a.FullName).HasMaxLength(200);
        attendee.Property(a => a.Note).HasMaxLength(300);
        attendee.HasIndex(a => new { a.SessionId, a.Id });
        attendee.HasOne<Session>().WithMany().HasForeignKey(a => a.SessionId);
    }
}
