using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Directories.Units;
using Campaign.Hosting.Problems;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Sessions.Scheduling;

/// <summary>What may be planned, of one session or of all of a series, and how a plan is kept.</summary>
public static class PlanRules
{
    private const int FurthestYears = 2;

    /// <param name="day">For which the catalogues are asked.</param>
    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static async Task<SessionPlan> CheckAsync(this SessionPlan plan, SessionDb database, DateOnly day, CancellationToken ct)
    {
        Problem.Unless(
            plan.PlannedMinutes is >= 10 and <= Session.MaxMinutes,
            "plan.plannedMinutes",
            FieldCodes.Range,
            ("min", 10),
            ("max", Session.MaxMinutes)
        );
        return plan with
        {
            Topic = Problem.Text(plan.Topic, "plan.topic", 500),
            Form = await database.FormAsync(plan.Form, day, ct),
            Place = Problem.Text(plan.Place, "plan.place", 300, min: 0),
            Activity = await database.ActivityAsync(plan.Activity, day, ct),
        };
    }

    /// <exception cref="Problem"><c>invalid-request</c>: the unit does not exist on that day, or the day is too far away.</exception>
    public static void DemandDay(DirectoryUnit unit, DateOnly day, DateOnly today, string field)
    {
        var latest = today.AddYears(FurthestYears);
        Problem.Unless(unit.HoldsOn(day), field, SessionProblems.UnitNotOnDay, ("day", day));
        Problem.Unless(day <= latest, field, FieldCodes.TooLate, ("latest", latest));
    }

    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static void DemandParticipants(IReadOnlyCollection<Guid>? ids, int max) =>
        Problem.Unless(ids is null || (ids.Count >= 1 && ids.Count <= max), "participantIds", FieldCodes.Count, ("min", 1), ("max", max));

    /// <summary>The columns of a plan, in the table of whatever is planned.</summary>
    internal static void Configure(ComplexPropertyBuilder<SessionPlan> plan)
    {
        plan.Property(p => p.Topic).HasColumnName("topic").HasMaxLength(500);
        plan.Property(p => p.Form).HasColumnName("form").HasMaxLength(SessionForm.MaxCode);
        plan.Property(p => p.Place).HasColumnName("place").HasMaxLength(300);
        plan.Property(p => p.PlannedMinutes).HasColumnName("planned_minutes");
        plan.Property(p => p.Activity).HasColumnName("activity").HasMaxLength(SessionActivity.MaxCode);
        plan.Property(p => p.Extended).HasColumnName("extended");
    }
}
