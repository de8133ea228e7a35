using Campaign.Api.Session;

namespace Campaign.Sessions.Attendance;

/// <summary>Counts attendance the way every report does.</summary>
public static class Tally
{
    /// <summary>Without a status counts among the expected only, as long as the session is not closed.</summary>
    public static AttendanceSummary Of(IEnumerable<(string? Status, int People)> groups, StatusBook book)
    {
        var (expected, present, excused, absent) = (0, 0, 0, 0);
        foreach (var (status, people) in groups)
        {
            expected += people;
            switch (book.CountsAs(status))
            {
                case Meanings.Present:
                    present += people;
                    break;
                case Meanings.Excused:
                    excused += people;
                    break;
                case Meanings.Absent:
                    absent += people;
                    break;
                default:
                    break;
            }
        }

        return new AttendanceSummary(expected, present, excused, absent);
    }
}
