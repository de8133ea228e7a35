using Campaign.Directories.Units;
using Campaign.Hosting.Problems;
using Campaign.Time;

namespace Campaign.Sessions.Scheduling;

/// <summary>What people read on the calendar about a session, checked: of one session or of all of a series.</summary>
public sealed record SessionPlan(string Topic, string Form, string Place, int PlannedMinutes, string? Activity)
{
    private const int FurthestYears = 2;

    /// <param name="day">For which the catalogue of activities is asked.</param>
    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static async Task<SessionPlan> CheckAsync(
        SessionDb database, string topic, string form, string place, int plannedMinutes, string? activity, DateOnly day, CancellationToken ct)
    {
        Problem.Unless(plannedMinutes is >= 10 and <= Session.MaxMinutes, $"'plannedMinutes' must lie between 10 and {Session.MaxMinutes}.");
        return new SessionPlan(Problem.Text(topic, "topic", 500), Problem.OneOf(form, "form", SessionForms.All), Problem.Text(place, "place", 300, min: 0),
            plannedMinutes, await database.ActivityAsync(activity, day, ct));
    }

    /// <exception cref="Problem"><c>invalid-request</c>: the unit does not exist on that day, or the day is too far away.</exception>
    public static void DemandDay(DirectoryUnit unit, DateOnly day, DateOnly today)
    {
        Problem.Unless(unit.HoldsOn(day), "The unit does not exist on the day of the session. Choose the unit of that day.");
        Problem.Unless(day <= today.AddYears(FurthestYears), $"'startsAt' must lie within the next {FurthestYears} years.");
    }

    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static void DemandParticipants(IReadOnlyCollection<Guid>? ids, int max) =>
        Problem.Unless(ids is null || (ids.Count >= 1 && ids.Count <= max), $"'participantIds' must name 1 to {max} members, or be left out for everybody.");

    public void ApplyTo(Session session) =>
        (session.Topic, session.Form, session.Place, session.PlannedMinutes, session.Activity) = (Topic, Form, Place, PlannedMinutes, Activity);
}
