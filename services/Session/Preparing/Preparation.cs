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

/// <summary>Something to be read before a session: a document on record in Directive, or an address.</summary>
public sealed class Reading
{
    public const int MaxLink = 500;

    public required Guid SessionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Position { get; init; }

    public required string Title { get; init; }

    public Guid? DirectiveId { get; init; }

    /// <summary>https; null for a document of Directive.</summary>
    public string? Link { get; init; }

    internal static void Configure(EntityTypeBuilder<Reading> reading)
    {
        reading.ToTable("readings");
        reading.HasKey(r => new { r.SessionId, r.Position });
        reading.Property(r => r.Title).HasMaxLength(300);
        reading.Property(r => r.Link).HasMaxLength(MaxLink);
        reading.HasOne<Session>().WithMany().HasForeignKey(r => r.SessionId);
    }
}
