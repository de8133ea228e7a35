using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Scheduling;
using Campaign.Time;

namespace Campaign.Sessions.Closing;

/// <summary>One participant's final status.</summary>
public readonly record struct Attended(Guid MemberId, string Status);

/// <summary>Who was at a session that has been closed, as the events tell it.</summary>
public sealed class ClosedAttendance(IReadOnlyList<Attended> rows, StatusBook book)
{
    /// <summary>Most people in one <see cref="AttendanceTaken"/>.</summary>
    public const int PartSize = 500;

    public AttendanceSummary Summary { get; } =
        Tally.Of(rows.GroupBy(row => row.Status).Select(group => ((string?)group.Key, group.Count())), book);

    public SessionHeld Held(Session session) =>
        new()
        {
            District = session.District,
            CampaignId = session.CampaignId,
            AggregateId = session.Id,
            Version = session.Version,
            UnitId = session.UnitId,
            UnitPath = session.UnitPath,
            Kind = session.Kind,
            Topic = session.Plan.Topic,
            HeldOn = OfficeDay.Of(session.StartsAt),
            Minutes = session.HeldMinutes!.Value,
            Expected = Summary.Expected,
            Present = Summary.Present,
            Excused = Summary.Excused,
            Absent = Summary.Absent,
            AssignmentId = session.AssignmentId,
        };

    public AttendanceCorrected Corrected(Session session, string reason) =>
        new()
        {
            District = session.District,
            CampaignId = session.CampaignId,
            AggregateId = session.Id,
            Version = session.Version,
            UnitId = session.UnitId,
            UnitPath = session.UnitPath,
            Kind = session.Kind,
            Topic = session.Plan.Topic,
            HeldOn = OfficeDay.Of(session.StartsAt),
            Expected = Summary.Expected,
            Present = Summary.Present,
            Excused = Summary.Excused,
            Absent = Summary.Absent,
            Reason = reason,
        };

    public IEnumerable<AttendanceTaken> Parts(Session session) =>
        rows.Chunk(PartSize)
            .Select(
                (people, part) =>
                    new AttendanceTaken
                    {
                        District = session.District,
                        CampaignId = session.CampaignId,
                        AggregateId = session.Id,
                        Version = session.Version,
                        UnitId = session.UnitId,
                        Kind = session.Kind,
                        HeldOn = OfficeDay.Of(session.StartsAt),
                        Part = part,
                        Present = With(people, Meanings.Present),
                        Excused = With(people, Meanings.Excused),
                        Absent = With(people, Meanings.Absent),
                    }
            );

    private Guid[] With(Attended[] people, string meaning) =>
        [.. people.Where(person => book.CountsAs(person.Status) == meaning).Select(person => person.MemberId)];
}
