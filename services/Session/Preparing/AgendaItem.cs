using Campaign.Api.Problems;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Preparing;

/// <summary>A point of a session's agenda, and its clock: what was planned, what has been spent on it so far.</summary>
public sealed class AgendaItem
{
    /// <summary>Longest point, minutes.</summary>
    public const int MaxMinutes = 600;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid SessionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Position { get; set; }

    public required string Title { get; set; }

    public required int PlannedMinutes { get; set; }

    /// <summary>A participant; null when it is somebody else, or nobody yet.</summary>
    public Guid? PresenterId { get; set; }

    public required string Presenter { get; set; }

    /// <summary>UTC; null unless it is being dealt with now.</summary>
    public DateTimeOffset? RunningSince { get; private set; }

    /// <summary>Without what runs now.</summary>
    public int SpentSeconds { get; private set; }

    /// <summary>It has been finished at least once, however short it was.</summary>
    public bool Finished { get; private set; }

    public bool HasBegun => Finished || RunningSince is not null;

    public string State =>
        RunningSince is not null ? "running"
        : Finished ? "done"
        : "ahead";

    /// <summary>A repeat changes nothing; what was finished goes on.</summary>
    public void Start(DateTimeOffset now) => RunningSince ??= now;

    /// <summary>A repeat changes nothing.</summary>
    public void Finish(DateTimeOffset now)
    {
        if (RunningSince is { } since)
        {
            // a clock that was set back takes nothing away
            SpentSeconds += (int)Math.Clamp((now - since).TotalSeconds, 0, TimeSpan.FromMinutes(MaxMinutes).TotalSeconds);
            (RunningSince, Finished) = (null, true);
        }
    }

    /// <summary>As read from paper; replaces what the clock said.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public void Took(int minutes)
    {
        Problem.Unless(minutes is >= 0 and <= MaxMinutes, "minutes", FieldCodes.Range, ("min", 0), ("max", MaxMinutes));
        (RunningSince, SpentSeconds, Finished) = (null, minutes * 60, true);
    }

    internal static void Configure(EntityTypeBuilder<AgendaItem> item)
    {
        item.ToTable("agenda_items");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.Title).HasMaxLength(300);
        item.Property(i => i.Presenter).HasMaxLength(200);
        item.Ignore(i => i.HasBegun);
        item.Ignore(i => i.State);
        item.HasOne<Session>().WithMany().HasForeignKey(i => i.SessionId);
        item.HasIndex(i => new { i.SessionId, i.Position });
    }
}
