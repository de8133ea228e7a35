using Campaign.Api.Session;
using Campaign.Sessions.Scheduling;

namespace Campaign.Sessions.Browsing;

public static class SessionViews
{
    /// <summary>With the figures that the session itself keeps: the final ones of a held session, none yet of a new one.</summary>
    public static SessionView Of(Session session, string? minutes, IReadOnlyList<string>? may) =>
        Of(session, new AttendanceSummary(session.Expected, session.Present, session.Excused, session.Absent), minutes, may);

    /// <param name="minutes">Null in lists: the text can be long.</param>
    /// <param name="may">What the reader may do with it; null in lists.</param>
    public static SessionView Of(Session session, AttendanceSummary attendance, string? minutes, IReadOnlyList<string>? may) =>
        new(
            session.Id,
            session.CampaignId,
            session.UnitId,
            session.UnitName,
            session.UnitPath,
            session.Kind,
            session.Plan,
            session.StartsAt,
            session.State,
            session.AssignmentId,
            attendance,
            minutes,
            session.Version,
            session.SeriesId,
            session.CancelReason,
            may
        );
}
