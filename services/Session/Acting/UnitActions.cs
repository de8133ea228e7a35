using Campaign.Api.Session;
using Campaign.Hosting.Access;

namespace Campaign.Sessions.Acting;

/// <summary>What may be done in a unit that is about no session that is there already; the unit is named by its path.</summary>
public static class UnitActions
{
    public static readonly ActionRule<string> Schedule = new(SessionMay.Schedule, SessionAccess.Run, path => path);
    public static readonly ActionRule<string> SubscribeCalendar = new(SessionMay.SubscribeCalendar, SessionAccess.Run, path => path);
    public static readonly ActionRule<string> ReadReports = new(SessionMay.ReadReports, SessionAccess.ReadPeople, path => path);

    public static readonly ActionRule<string> ReadSessions = new(SessionMay.ReadSessions, SessionAccess.Read, path => path);
}
