using Campaign.Api.Problems;
using Campaign.Directives.Tests.Service;
using Campaign.Time;

namespace Campaign.Directives.Tests.Rules;

public sealed class CalendarTests
{
    [Theory]
    [InlineData("2026-03-31T16:59:59Z", 31)]
    [InlineData("2026-03-31T17:00:00Z", 1)]
    public void Day_changes_at_midnight_in_Hanoi(string utc, int day) => At(utc).Today().Day.ShouldBe(day);

    [Fact]
    public void Day_of_something_is_today_when_not_said() => At("2026-03-31T00:00:00Z").DayOf(null).ShouldBe(new DateOnly(2026, 3, 31));

    [Fact]
    public void Day_of_something_cannot_lie_ahead() =>
        ((Action)(() => At("2026-03-31T00:00:00Z").DayOf(new DateOnly(2026, 4, 1)))).ShouldBeRefused("on", FieldCodes.TooLate);

    private static Clock At(string utc) => new(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
