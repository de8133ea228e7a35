using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Preparing;

/// <summary>Which version of agenda and documents a session is at; the row is there once something was written.</summary>
public sealed class Preparation
{
    public required Guid SessionId { get; init; }

    public long Version { get; set; }

    internal static void Configure(EntityTypeBuilder<Preparation> preparation)
    {
        preparation.ToTable("preparations");
        preparation.HasKey(p => p.SessionId);
        preparation.Property(p => p.Version).IsConcurrencyToken();
        preparation.HasOne<Session>().WithOne().HasForeignKey<Preparation>(p => p.SessionId);
    }
}
