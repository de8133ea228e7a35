using Campaign.Hosting.Database;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Holding;

/// <summary>What a session resolved or concluded, in words; what follows from it are its <see cref="ActionItem"/>s.</summary>
public sealed class Resolution
{
    public const int MaxText = 20_000;

    public required Guid SessionId { get; init; }

    public string Text { get; set; } = "";

    public long Version { get; set; }

    internal static void Configure(EntityTypeBuilder<Resolution> resolution)
    {
        resolution.ToTable("resolutions");
        resolution.HasKey(r => r.SessionId);
        resolution.Property(r => r.Version).IsConcurrencyToken();
        resolution.HasOne<Session>().WithOne().HasForeignKey<Resolution>(r => r.SessionId);
    }
}

/// <summary>
/// Something that was resolved to be done: who, what, by when, and how it is measured. Closed with the session, it becomes a commitment of
/// the same id.
/// </summary>
public sealed class ActionItem
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SessionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Position { get; set; }

    public required string What { get; set; }

    /// <summary>The participant who answers for it; null when the unit does.</summary>
    public Guid? MemberId { get; set; }

    /// <summary>The session's unit or one below it.</summary>
    public required Guid UnitId { get; set; }

    public required string UnitPath { get; set; }

    /// <summary>The member's or the unit's name, as on the day.</summary>
    public required string Responsible { get; set; }

    public required DateOnly DueOn { get; set; }

    public required decimal Target { get; set; }

    public required string Measure { get; set; }

    internal static void Configure(EntityTypeBuilder<ActionItem> item)
    {
        item.ToTable("action_items");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.What).HasMaxLength(500);
        item.Property(i => i.UnitPath).IsUnitPath();
        item.Property(i => i.Responsible).HasMaxLength(300);
        item.Property(i => i.Target).HasPrecision(14, 2);
        item.Property(i => i.Measure).HasMaxLength(100);
        item.HasOne<Session>().WithMany().HasForeignKey(i => i.SessionId);
    }
}
