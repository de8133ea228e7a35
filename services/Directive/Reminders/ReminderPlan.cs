using Campaign.Api.Directive;

namespace Campaign.Directives.Reminders;

/// <summary>What is said on a day, and the day on which to look again.</summary>
/// <param name="Stage">One of <see cref="ReminderStages"/>; null: nothing is said.</param>
/// <param name="NextOn">Always later than the day.</param>
internal readonly record struct Reminded(string? Stage, DateOnly NextOn);

/// <summary>
/// When the unit of an open assignment is reminded: on the day it was asked, seven days and one day before the due day, on the
/// due day, then daily. What would be said no later than the first of these is left out: to have been asked today is reminder
/// enough. A day on which nobody looked is caught up with once, by what counts then.
/// </summary>
internal static class ReminderPlan
{
    private const int WeekBefore = 7;

    /// <param name="waitUntil">What <see cref="Reminded.NextOn"/> said last; days before it are settled. A due day that was put
    /// off since then moves what is still to be said.</param>
    public static Reminded On(DateOnly today, DateOnly issuedOn, DateOnly dueOn, DateOnly waitUntil)
    {
        if (today < waitUntil || today < issuedOn)
        {
            return new Reminded(null, today < waitUntil ? waitUntil : issuedOn);
        }

        if (today > dueOn && today > issuedOn)
        {
            return new Reminded(ReminderStages.Overdue, today.AddDays(1));
        }

        var steps = Steps(issuedOn, dueOn);
        var (stage, day) = steps.Last(step => step.Day <= today);
        var next = steps.Where(step => step.Day > today).Select(step => step.Day).FirstOrDefault(today.AddDays(1));
        return new Reminded(day >= waitUntil ? stage : null, next);
    }

    private static List<(string Stage, DateOnly Day)> Steps(DateOnly issuedOn, DateOnly dueOn)
    {
        List<(string Stage, DateOnly Day)> steps = [(ReminderStages.Issued, issuedOn)];
        steps.AddRange(
            new[]
            {
                (ReminderStages.WeekBefore, dueOn.AddDays(-WeekBefore)),
                (ReminderStages.DayBefore, dueOn.AddDays(-1)),
                (ReminderStages.Due, dueOn),
            }.Where(step => step.Item2 > issuedOn)
        );
        return steps;
    }
}
