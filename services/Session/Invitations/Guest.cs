using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Invitations;

/// <summary>Somebody who is invited and is no participant: a superior who attends, a speaker. Not among the expected.</summary>
public sealed class Guest
{
    /// <summary>Most guests of a session.</summary>
    public const int Max = 200;

    public required Guid Id { get; init; }

    public required Guid SessionId { get; init; }

    public required string FullName { get; init; }

    /// <summary>In what capacity: speaker, representative of the superior committee …</summary>
    public required string Role { get; init; }

    public required string Organisation { get; init; }

    internal static void Configure(EntityTypeBuilder<Guest> guest)
    {
        guest.ToTable("guests");
        guest.Property(g => g.Id).ValueGeneratedNever();
        guest.Property(g => g.FullName).HasMaxLength(200);
        guest.Property(g => g.Role).HasMaxLength(200);
        guest.Property(g => g.Organisation).HasMaxLength(300);
        guest.HasOne<Session>().WithMany().HasForeignKey(g => g.SessionId);
    }
}
