using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.Reminders;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Directives.Tests.Rules;

public sealed class ReminderTests
{
    private static readonly DateOnly s_issued = new(2026, 3, 1);

    [Fact]
    public void Unit_is_reminded_at_the_start_a_week_and_a_day_before_on_the_day_and_then_daily() =>
        Said(dueIn: 20, days: 23)
            .ShouldBe([
                (0, ReminderStages.Issued),
                (13, ReminderStages.WeekBefore),
                (19, ReminderStages.DayBefore),
                (20, ReminderStages.Due),
                (21, ReminderStages.Overdue),
                (22, ReminderStages.Overdue),
                (23, ReminderStages.Overdue),
            ]);

    [Theory]
    [InlineData(7, "0 issued, 6 day-before, 7 due, 8 overdue")]
    [InlineData(1, "0 issued, 1 due, 2 overdue, 3 overdue, 4 overdue, 5 overdue, 6 overdue, 7 overdue, 8 overdue")]
    [InlineData(0, "0 issued, 1 overdue, 2 overdue, 3 overdue, 4 overdue, 5 overdue, 6 overdue, 7 overdue, 8 overdue")]
    [InlineData(-90, "0 issued, 1 overdue, 2 overdue, 3 overdue, 4 overdue, 5 overdue, 6 overdue, 7 overdue, 8 overdue")]
    public void What_would_be_said_with_the_asking_is_left_out(int dueIn, string said) =>
        string.Join(", ", Said(dueIn, 8).Select(one => $"{one.Day} {one.Stage}")).ShouldBe(said);

    [Fact]
    public void Days_on_which_nobody_looked_are_caught_up_with_once()
    {
        var due = s_issued.AddDays(20);
        var late = ReminderPlan.On(due.AddDays(-4), s_issued, due, due.AddDays(-7));
        late.ShouldBe(new Reminded(ReminderStages.WeekBefore, due.AddDays(-1)));
        ReminderPlan.On(due.AddDays(9), s_issued, due, due.AddDays(-7)).ShouldBe(new Reminded(ReminderStages.Overdue, due.AddDays(10)));
    }

    [Fact]
    public void Extension_moves_what_is_still_to_be_said()
    {
        var (due, later) = (s_issued.AddDays(20), s_issued.AddDays(50));
        ReminderPlan.On(due.AddDays(-1), s_issued, later, due.AddDays(-1)).ShouldBe(new Reminded(null, later.AddDays(-7)));
        ReminderPlan.On(due.AddDays(5), s_issued, due.AddDays(9), due.AddDays(5)).ShouldBe(new Reminded(null, due.AddDays(8)));
    }

    [Fact]
    public void Nobody_is_reminded_twice_on_a_day_or_of_what_is_not_open_whatever_happens() =>
        Prop.ForAll(
                (
                    from dueIn in Gen.Choose(-5, 40)
                    from steps in (from days in Gen.Choose(0, 3) from step in RandomLife.Steps select (days, step)).ListOf()
                    select (dueIn, steps)
                ).ToArbitrary(),
                run =>
                {
                    var assignment = AssignmentTests.Asking(RequirementKinds.Report, s_issued.AddDays(run.dueIn));
                    var (today, waitUntil, said) = (
                        s_issued,
                        DateOnly.MinValue,
                        new List<(DateOnly Day, string Stage, DateOnly Due, bool Open)>()
                    );
                    foreach (var (days, step) in run.steps)
                    {
                        // every day twice, as a sweep that is repeated or was interrupted
                        for (var look = 0; look <= days * 2; look++)
                        {
                            if (assignment.IsOpen)
                            {
                                var reminded = ReminderPlan.On(today, assignment.IssuedOn, assignment.DueOn, waitUntil);
                                said.AddRange(reminded.Stage is { } stage ? [(today, stage, assignment.DueOn, assignment.IsOpen)] : []);
                                waitUntil = reminded.NextOn;
                            }

                            today = today.AddDays(look % 2);
                        }

                        step(assignment);
                    }

                    return said.Select(one => one.Day).Distinct().Count() == said.Count
                        && said.All(one => one.Open && (one.Stage == ReminderStages.Overdue) == (one.Day > one.Due && one.Day > s_issued))
                        && said.Count(one => one.Stage == ReminderStages.Issued) <= 1;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_day_of_the_plan_is_kept_when_somebody_looks_daily() =>
        Prop.ForAll(Gen.Choose(-10, 60).ToArbitrary(), dueIn =>
            {
                int[] before = [0, .. new[] { dueIn - 7, dueIn - 1, dueIn }.Where(day => day > 0)];
                var after = Enumerable.Range(Math.Max(dueIn, 0) + 1, 5);
                return Said(dueIn, Math.Max(dueIn, 0) + 5).Select(one => one.Day).SequenceEqual(before.Concat(after));
            })
            .QuickCheckThrowOnFailure();

    private static List<(int Day, string Stage)> Said(int dueIn, int days)
    {
        var (waitUntil, said) = (DateOnly.MinValue, new List<(int, string)>());
        for (var day = 0; day <= days; day++)
        {
            var reminded = ReminderPlan.On(s_issued.AddDays(day), s_issued, s_issued.AddDays(dueIn), waitUntil);
            said.AddRange(reminded.Stage is { } stage ? [(day, stage)] : []);
            waitUntil = reminded.NextOn;
        }

        return said;
    }
}
