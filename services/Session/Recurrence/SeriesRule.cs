using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.Time;

namespace Campaign.Sessions.Recurrence;

/// <summary>
/// The days of a series: a day of the month (its last one where the month is shorter), or the n-th weekday of the month, each month
/// or each quarter. Days are those of Hanoi; the rule knows no clock of today.
/// </summary>
/// <param name="From">No day before it; months are counted from its month.</param>
/// <param name="Day">1–31; null when the weekday decides.</param>
/// <param name="Week">1–4, or <see cref="LastWeek"/>.</param>
/// <param name="Until">Included.</param>
/// <param name="Count">How many days in all.</param>
public sealed record SeriesRule(
    DateOnly From,
    TimeOnly At,
    int EveryMonths,
    int? Day,
    int? Week,
    DayOfWeek? Weekday,
    DateOnly? Until,
    int? Count
)
{
    public const int LastWeek = 5;
    public const int MaxCount = 120;

    /// <summary>Longest series, years.</summary>
    public const int MaxYears = 20;

    private static readonly int[] s_everyMonths = [1, 3];
    private static readonly DateOnly s_first = new(2000, 1, 1);
    private static readonly DateOnly s_last = new(2200, 12, 31);

    /// <param name="within">What its fields are in.</param>
    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static SeriesRule Of(RecurrenceRule rule, string within = "rule.")
    {
        var byWeek = rule.Week is not null || rule.Weekday is not null;
        Problem.Unless(s_everyMonths.Contains(rule.EveryMonths), $"{within}everyMonths", FieldCodes.OneOf, ("allowed", s_everyMonths));
        Problem.Unless((rule.Day is null) == byWeek, $"{within}day", SessionProblems.OneOfTwo, ("other", "weekday"));
        Problem.Unless(!byWeek || rule.Week is not null, $"{within}week", FieldCodes.Required);
        Problem.Unless(!byWeek || rule.Weekday is not null, $"{within}weekday", FieldCodes.Required);
        Problem.Unless(rule.Day is null or (>= 1 and <= 31), $"{within}day", FieldCodes.Range, ("min", 1), ("max", 31));
        Problem.Unless(rule.Week is null or (>= 1 and <= LastWeek), $"{within}week", FieldCodes.Range, ("min", 1), ("max", LastWeek));
        Problem.Unless(rule.Weekday is null or (>= 1 and <= 7), $"{within}weekday", FieldCodes.Range, ("min", 1), ("max", 7));
        Problem.Unless(rule.Count is null or (>= 1 and <= MaxCount), $"{within}count", FieldCodes.Range, ("min", 1), ("max", MaxCount));
        Problem.Unless(rule.Until is null || rule.Count is null, $"{within}until", SessionProblems.NotBoth, ("other", "count"));
        Problem.Unless(rule.From >= s_first, $"{within}from", FieldCodes.TooEarly, ("earliest", s_first));
        Problem.Unless(rule.From <= s_last, $"{within}from", FieldCodes.TooLate, ("latest", s_last));
        Problem.Unless(rule.Until is null || rule.Until >= rule.From, $"{within}until", FieldCodes.EndBeforeStart, ("start", "from"));
        return new SeriesRule(
            rule.From,
            rule.At,
            rule.EveryMonths,
            rule.Day,
            rule.Week,
            (DayOfWeek?)(rule.Weekday % 7),
            rule.Until,
            rule.Count
        );
    }

    public RecurrenceRule View() =>
        new(From, At, EveryMonths, Day, Week, Weekday is { } weekday ? ((int)weekday + 6) % 7 + 1 : null, Until, Count);

    /// <summary>All days in order, at most those of <see cref="MaxYears"/> years.</summary>
    public IEnumerable<DateOnly> Days()
    {
        var last = From.AddYears(MaxYears);
        var end = Until is { } until && until < last ? until : last;
        var given = 0;
        for (var month = new DateOnly(From.Year, From.Month, 1); month <= end; month = month.AddMonths(EveryMonths))
        {
            var day = In(month);
            if (day > end || given == Count)
            {
                yield break;
            }

            if (day >= From)
            {
                given++;
                yield return day;
            }
        }
    }

    /// <summary>When the session of a day begins, unless it is moved.</summary>
    public DateTimeOffset StartOn(DateOnly day) => OfficeDay.InstantOf(day.ToDateTime(At)).ToUniversalTime();

    private DateOnly In(DateOnly month)
    {
        var length = DateTime.DaysInMonth(month.Year, month.Month);
        if (Day is { } day)
        {
            return month.AddDays(Math.Min(day, length) - 1);
        }

        var first = month.AddDays((7 + (int)Weekday!.Value - (int)month.DayOfWeek) % 7);
        var weeks = Math.Min(Week!.Value, LastWeek) - 1;
        // a fifth one is not in every month: the last is meant
        return first.AddDays(7 * weeks).Month == month.Month ? first.AddDays(7 * weeks) : first.AddDays(7 * (weeks - 1));
    }
}
