using Campaign.Directives.WorkingDays;

namespace Campaign.Directives.Tests.Rules;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar s_calendar = new(PublicHolidays.Rows.ToDictionary(day => day.Day, day => day.IsWorking));

    [Theory]
    [InlineData("2026-04-24", 1, "2026-04-28")] // Friday; Monday replaces Giỗ Tổ on Sunday
    [InlineData("2026-04-28", 2, "2026-05-04")] // 30 April and 1 May
    [InlineData("2026-02-13", 1, "2026-02-23")] // Tết
    [InlineData("2026-08-21", 1, "2026-08-22")] // a Saturday that is worked
    [InlineData("2026-08-28", 1, "2026-09-03")]
    [InlineData("2026-11-20", 5, "2026-11-27")]
    public void Due_day_counts_working_days_after_the_start(string start, int days, string due) =>
        s_calendar.Add(DateOnly.Parse(start, null), days).ShouldBe(DateOnly.Parse(due, null));

    [Fact]
    public void Calendar_names_each_day_once_and_its_source() =>
        PublicHolidays.Rows.ShouldSatisfyAllConditions(
            rows => rows.Select(row => row.Day).ShouldBeUnique(),
            rows => rows.ShouldAllBe(row => row.Source.Length > 0),
            rows => rows.Where(row => row.IsWorking).ShouldAllBe(row => row.Day.DayOfWeek == DayOfWeek.Saturday)
        );
}
