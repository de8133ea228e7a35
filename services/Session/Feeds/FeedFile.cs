using System.Text;
using Campaign.Api.Session;
using Campaign.Sessions.Scheduling;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Campaign.Sessions.Feeds;

/// <summary>
/// Sessions as an iCalendar file (RFC 5545). A session keeps its UID; each change raises its SEQUENCE, and a cancelled one stays with
/// STATUS:CANCELLED, so that calendars move or strike out what they have. The same sessions give the same bytes.
/// </summary>
/// <param name="origin">Of the Portal, where the session's page is.</param>
public sealed class FeedFile(string origin, Func<string, string> kindName, Func<string, string> activityName)
{
    public byte[] Write(string name, IReadOnlyList<Session> sessions)
    {
        var calendar = new Ical.Net.Calendar { Method = "PUBLISH", ProductId = "-//Campaign//Sessions//VI" };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("X-WR-TIMEZONE", "Asia/Ho_Chi_Minh");
        calendar.AddProperty("REFRESH-INTERVAL;VALUE=DURATION", "PT4H");
        foreach (var session in sessions)
        {
            calendar.Events.Add(Event(session));
        }

        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private CalendarEvent Event(Session session)
    {
        var cancelled = session.State == SessionStates.Cancelled;
        return new CalendarEvent
        {
            Uid = $"{session.Id}@campaign",
            Sequence = (int)Math.Min(session.Version - 1, int.MaxValue),
            Status = cancelled ? EventStatus.Cancelled : EventStatus.Confirmed,
            DtStamp = Utc(session.ChangedAt),
            LastModified = Utc(session.ChangedAt),
            DtStart = Utc(session.StartsAt),
            DtEnd = Utc(session.StartsAt.AddMinutes(session.Plan.PlannedMinutes)),
            Summary = $"{kindName(session.Kind)}: {session.Plan.Topic}",
            Location = session.Plan.Place,
            Description = Describe(session),
            Url = Uri.TryCreate($"{origin}/sessions/{session.Id}", UriKind.Absolute, out var page) ? page : null,
        };
    }

    private string Describe(Session session)
    {
        string?[] lines =
        [
            session.UnitName,
            session.Plan.Activity is { } activity ? activityName(activity) : null,
            session.CancelReason is { } reason ? $"Đã hủy: {reason}" : null,
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    private static CalDateTime Utc(DateTimeOffset time) => new(time.UtcDateTime, CalDateTime.UtcTzId);
}
