using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Hosting.Database;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Recurrence;

/// <summary>
/// Sessions that are alike and come again. Real sessions are made some way ahead only (<see cref="Horizon"/>): who is expected is
/// fixed when a session is made, and a year later it would be the wrong people.
/// </summary>
public sealed class Series
{
    /// <summary>How many days ahead sessions are made.</summary>
    public const int Horizon = 62;

    /// <summary>Most participants that a series may name.</summary>
    public const int MaxChosen = 1000;

    public required Guid Id { get; init; }

    /// <summary>Follows the tree, like <see cref="UnitName"/> and <see cref="UnitPath"/>.</summary>
    public required Guid UnitId { get; init; }

    public required string UnitName { get; init; }

    public required string UnitPath { get; init; }

    public Guid? CampaignId { get; init; }

    /// <summary>Of the catalogue, see <see cref="SessionKind"/>.</summary>
    public required string Kind { get; init; }

    public required SessionPlan Plan { get; init; }

    /// <summary>Null: everybody of the unit and the units below it.</summary>
    public Guid[]? ParticipantIds { get; init; }

    public required SeriesRule Rule { get; init; }

    /// <summary>First day without a session.</summary>
    public DateOnly? EndedFrom { get; private set; }

    /// <summary>The day on which the next session is to be made; null when nothing more is to come.</summary>
    public DateOnly? DueOn { get; private set; }

    public long Version { get; private set; } = 1;

    /// <summary>The days of the rule until it was ended.</summary>
    public IEnumerable<DateOnly> Days() => Rule.Days().TakeWhile(day => EndedFrom is null || day < EndedFrom);

    /// <summary>The days, from today on, for which a session is to be there today.</summary>
    public IEnumerable<DateOnly> DaysToMake(DateOnly today) =>
        Days().SkipWhile(day => day < today).TakeWhile(day => day <= today.AddDays(Horizon));

    /// <summary>Everything that is due today has been made.</summary>
    public void Made(DateOnly today)
    {
        var next = Days().Cast<DateOnly?>().FirstOrDefault(day => day > today.AddDays(Horizon));
        DueOn = next?.AddDays(-Horizon);
    }

    /// <exception cref="Problem"><c>series-ended</c>.</exception>
    public void End(DateOnly from, DateOnly today)
    {
        Problem.Throw(WhyEnded(today));
        Problem.Unless(from >= today, "from", FieldCodes.TooEarly, ("earliest", today));
        Problem.Unless(EndedFrom is null || from <= EndedFrom, "from", SessionProblems.SeriesEndsBefore, ("ends", EndedFrom));
        EndedFrom = from;
        if (!Days().Any(day => day >= today))
        {
            DueOn = null;
        }

        Version++;
    }

    /// <summary>An occurrence was skipped, moved or put back.</summary>
    /// <exception cref="Problem"><c>series-ended</c>, <c>not-found</c>: the rule has no such day.</exception>
    public void ChangeOn(DateOnly day, DateOnly today)
    {
        Problem.Throw(WhyEnded(today) ?? WhyNotChangedOn(day, today));
        Version++;
    }

    /// <summary>Why nothing of it changes any more.</summary>
    public Problem? WhyEnded(DateOnly today) => EndedFrom <= today ? new Problem(SessionProblems.SeriesEnded) : null;

    /// <summary>Why one of its days cannot be skipped, moved or put back.</summary>
    public Problem? WhyNotChangedOn(DateOnly day, DateOnly today)
    {
        if (day < today)
        {
            return new Problem(SessionProblems.OccurrencePassed);
        }

        return Days().TakeWhile(one => one <= day).Contains(day) ? null : Problem.NotFound("day in this series");
    }

    internal static void Configure(EntityTypeBuilder<Series> series)
    {
        series.ToTable("series");
        series.Property(s => s.Id).ValueGeneratedNever();
        series.Property(s => s.UnitName).HasMaxLength(300);
        series.Property(s => s.UnitPath).IsUnitPath();
        series.Property(s => s.Kind).HasMaxLength(SessionKind.MaxCode);
        series.ComplexProperty(s => s.Plan, PlanRules.Configure);
        series.Property(s => s.Version).IsConcurrencyToken();
        series.ComplexProperty(
            s => s.Rule,
            rule =>
            {
                rule.Property(r => r.From).HasColumnName("from_day");
                rule.Property(r => r.At).HasColumnName("at");
                rule.Property(r => r.EveryMonths).HasColumnName("every_months");
                rule.Property(r => r.Day).HasColumnName("day");
                rule.Property(r => r.Week).HasColumnName("week");
                rule.Property(r => r.Weekday).HasColumnName("weekday");
                rule.Property(r => r.Until).HasColumnName("until");
                rule.Property(r => r.Count).HasColumnName("count");
            }
        );
        series.HasIndex(s => new { s.UnitPath, s.Id });
        series.HasIndex(s => s.UnitId);
        series.HasIndex(s => s.DueOn).HasFilter("due_on is not null");
    }
}
