using Campaign.Api.Session;
using Campaign.Sessions.Scheduling;

namespace Campaign.Sessions.Browsing;

public static class SessionViews
{
    /// <summary>With the figures that the session itself keeps: the final ones of a held session, none yet of a new one.</summary>
    public static SessionView Of(Session session, string? minutes = null) =>
        Of(session, new AttendanceSummary(session.Expected, session.Present, session.Excused, session.Absent), minutes);

    /// <param name="minutes">Null in lists: the text can be long.</param>
    public static SessionView Of(Session session, AttendanceSummary attendance, string? minutes) => new(
        session.Id, session.CampaignId, session.UnitId, session.UnitName, session.UnitPath, session.Kind, session.Topic, session.Form,
        session.Place, session.StartsAt, session.PlannedMinutes, session.State, session.AssignmentId, attendance, minutes, session.Version,
        session.Activity, session.SeriesId, session.CancelReason);
}
