using Campaign.Api.Session;
using Campaign.Sessions.Recurrence;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Session.Tests.Rules;

public sealed class SeriesRuleTests
{
    private static readonly TimeOnly s_evening = new(19, 30);

    private static readonly Gen<RecurrenceRule> s_rules =
        from start in Gen.Choose(0, 3000)
        from months in Gen.Elements(1, 3)
        from byDay in Gen.Elements(true, false)
        from day in Gen.Choose(1, 31)
        from week in Gen.Choose(1, 5)
        from weekday in Gen.Choose(1, 7)
        from end in Gen.Choose(0, 2)
        from length in Gen.Choose(1, 60)
        let first = new DateOnly(2024, 1, 1).AddDays(start)
        select new RecurrenceRule(
            first,
            s_evening,
            months,
            byDay ? day : null,
            byDay ? null : week,
            byDay ? null : weekday,
            end == 1 ? first.AddDays(length * 20) : null,
            end == 2 ? length : null
        );

    [Fact]
    public void Days_rise_one_in_each_month_of_the_rule_within_its_bounds() =>
        Check(rule =>
        {
            var days = Days(rule);
            days.Zip(days.Skip(1)).All(pair => Month(pair.Second) - Month(pair.First) == rule.EveryMonths).ShouldBeTrue();
            days.ShouldAllBe(day =>
                day >= rule.From && (rule.Until == null || day <= rule.Until) && (Month(day) - Month(rule.From)) % rule.EveryMonths == 0
            );
            days.Count.ShouldBeLessThanOrEqualTo(rule.Count ?? int.MaxValue);
            // none is missing: the first comes as soon as it can, and a count is reached unless twenty years are over
            (days.Count == 0 || Month(days[0]) - Month(rule.From) <= rule.EveryMonths).ShouldBeTrue();
            (rule.Count is not { } count || days.Count == count || days.Count > 60).ShouldBeTrue();
        });

    [Fact]
    public void Each_day_is_the_one_that_the_rule_names() =>
        Check(rule =>
            Days(rule)
                .ShouldAllBe(day =>
                    rule.Day != null
                        ? day.Day == Math.Min(rule.Day.Value, Length(day))
                        : (int)day.DayOfWeek == rule.Weekday % 7
                            && (rule.Week == SeriesRule.LastWeek ? day.Day + 7 > Length(day) : (day.Day + 6) / 7 == rule.Week)
                )
        );

    [Fact]
    public void A_rule_read_back_is_the_same_rule() => Check(rule => SeriesRule.Of(rule).View().ShouldBe(rule));

    [Fact]
    public void A_month_without_a_31st_has_its_last_day() =>
        Days(new RecurrenceRule(new DateOnly(2027, 1, 1), s_evening, 1, 31, null, null, Count: 4))
            .ShouldBe([new(2027, 1, 31), new(2027, 2, 28), new(2027, 3, 31), new(2027, 4, 30)]);

    [Fact]
    public void First_monday_and_last_friday()
    {
        Days(new RecurrenceRule(new DateOnly(2026, 12, 1), s_evening, 1, null, 1, 1, Count: 3))
            .ShouldBe([new(2026, 12, 7), new(2027, 1, 4), new(2027, 2, 1)]);
        Days(new RecurrenceRule(new DateOnly(2026, 12, 1), s_evening, 3, null, 5, 5, Count: 2))
            .ShouldBe([new(2026, 12, 25), new(2027, 3, 26)]);
    }

    [Fact]
    public void It_begins_by_the_clock_in_Hanoi() =>
        SeriesRule
            .Of(new RecurrenceRule(new DateOnly(2027, 1, 1), s_evening, 1, 3, null, null))
            .StartOn(new DateOnly(2027, 1, 3))
            .ShouldBe(new DateTimeOffset(2027, 1, 3, 12, 30, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(2, 3, null, null, null, "everyMonths one-of")]
    [InlineData(1, null, null, null, null, "day one-of-two")]
    [InlineData(1, 3, 1, 1, null, "day one-of-two")]
    [InlineData(1, null, 1, null, null, "weekday required")]
    [InlineData(1, null, null, 1, null, "week required")]
    [InlineData(1, 32, null, null, null, "day range")]
    [InlineData(1, null, 6, 1, null, "week range")]
    [InlineData(1, null, 1, 8, null, "weekday range")]
    [InlineData(1, 3, null, null, 0, "count range")]
    public void A_rule_that_says_too_little_or_too_much_is_refused(
        int months,
        int? day,
        int? week,
        int? weekday,
        int? count,
        string refused
    ) => RuleRefused(new(new DateOnly(2027, 1, 1), s_evening, months, day, week, weekday, null, count)).ShouldBe($"rule.{refused}");

    [Fact]
    public void A_rule_ends_by_a_day_or_a_number_and_lies_in_this_time()
    {
        var rule = new RecurrenceRule(new DateOnly(2027, 1, 1), s_evening, 1, 3, null, null);
        RuleRefused(rule with { Until = rule.From, Count = 1 }).ShouldBe("rule.until not-both");
        RuleRefused(rule with { Until = rule.From.AddDays(-1) }).ShouldBe("rule.until end-before-start");
        RuleRefused(rule with { From = new DateOnly(1999, 12, 31) }).ShouldBe("rule.from too-early");
        RuleRefused(rule with { From = new DateOnly(2201, 1, 1) }).ShouldBe("rule.from too-late");
    }

    private static string RuleRefused(RecurrenceRule rule) => Refused.Field(() => SeriesRule.Of(rule));

    private static List<DateOnly> Days(RecurrenceRule rule) => [.. SeriesRule.Of(rule).Days()];

    private static int Month(DateOnly day) => (day.Year * 12) + day.Month;

    private static int Length(DateOnly day) => DateTime.DaysInMonth(day.Year, day.Month);

    private static void Check(Action<RecurrenceRule> property) => Prop.ForAll(s_rules.ToArbitrary(), property).QuickCheckThrowOnFailure();
}
