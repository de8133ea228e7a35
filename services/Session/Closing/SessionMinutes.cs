using Campaign.Defaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions;

/// <summary>The text of the minutes, apart from the session: lists of sessions need not carry it.</summary>
[NotAudited]
public sealed class SessionMinutes
{
    public required Guid SessionId { get; init; }

    public required string Text { get; init; }

    internal static void Configure(EntityTypeBuilder<SessionMinutes> minutes)
    {
        minutes.ToTable("session_minutes");
        minutes.HasKey(m => m.SessionId);
        minutes.Property(m => m.SessionId).ValueGeneratedNever();
        minutes.HasOne<Session>().WithOne().HasForeignKey<SessionMinutes>(m => m.SessionId);
    }
}
