using Campaign.Api.Directive;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Directives.WorkingDays;

/// <summary>A day on which the week does not say whether offices work: a public holiday, or a Saturday worked for one.</summary>
public sealed class CalendarDay
{
    public required DateOnly Day { get; init; }

    /// <summary>True for a Saturday or Sunday on which offices work in exchange for another day.</summary>
    public required bool IsWorking { get; init; }

    /// <summary>Vietnamese name.</summary>
    public required string Name { get; init; }

    /// <summary>Legal source.</summary>
    public required string Source { get; init; }

    /// <summary>Whether the day was checked against the source.</summary>
    public required bool Verified { get; init; }

    public CalendarDayView View() => new(Day, IsWorking, Name, Source, Verified);

    internal static void Configure(EntityTypeBuilder<CalendarDay> day)
    {
        day.ToTable("calendar_days");
        day.HasKey(d => d.Day);
        day.Property(d => d.Name).HasMaxLength(100);
        day.Property(d => d.Source).HasMaxLength(300);
    }
}
