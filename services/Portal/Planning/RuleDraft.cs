using Campaign.Api.Session;

namespace Campaign.Portal.Planning;

/// <summary>How a session comes again, as it is typed: from the first one's day and time.</summary>
public sealed class RuleDraft
{
    public const string Once = "once";
    public const string MonthlyDay = "monthly-day";
    public const string MonthlyWeekday = "monthly-weekday";
    public const string Quarterly = "quarterly";

    public static readonly IReadOnlyList<string> All = [Once, MonthlyDay, MonthlyWeekday, Quarterly];

    private const int Months = 1;
    private const int Quarter = 3;
    private const int LastWeek = 5;

    public string? Repeats { get; set; } = Once;

    public DateOnly? Until { get; set; }

    public bool IsSeries => Repeats is not (null or Once);

    /// <summary>Which of its weekdays in the month a day is: 1–4, 5 for the last.</summary>
    public static int WeekOf(DateTime day) => Math.Min((day.Day + 6) / 7, LastWeek);

    /// <summary>1 Monday … 7 Sunday.</summary>
    public static int WeekdayOf(DateTime day) => ((int)day.DayOfWeek + 6) % 7 + 1;

    public RecurrenceRule Rule(DateTime first)
    {
        var byWeekday = Repeats == MonthlyWeekday;
        return new RecurrenceRule(
            DateOnly.FromDateTime(first),
            TimeOnly.FromDateTime(first),
            Repeats == Quarterly ? Quarter : Months,
            byWeekday ? null : first.Day,
            byWeekday ? WeekOf(first) : null,
            byWeekday ? WeekdayOf(first) : null,
            Until
        );
    }
}
