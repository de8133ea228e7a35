namespace Campaign.Directives.WorkingDays;

/// <summary>Which days are worked: Monday to Friday, but for what the calendar's rows say of single days.</summary>
/// <param name="days">Whether offices work, by day.</param>
public sealed class WorkingCalendar(IReadOnlyDictionary<DateOnly, bool> days)
{
    /// <summary>Working days that a due day may lie ahead: some two years.</summary>
    public const int MaxAhead = 500;

    public bool IsWorking(DateOnly day) =>
        days.TryGetValue(day, out var working) ? working : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>
    /// The last of so many working days after <paramref name="start"/>, which is not counted itself (Civil Code 91/2015/QH13,
    /// articles 147 and 148: a term in days begins with the day after, and ends on a working day).
    /// </summary>
    /// <param name="count">1–<see cref="MaxAhead"/>.</param>
    public DateOnly Add(DateOnly start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxAhead);
        var day = start;
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= IsWorking(day) ? 1 : 0;
        }

        return day;
    }
}
