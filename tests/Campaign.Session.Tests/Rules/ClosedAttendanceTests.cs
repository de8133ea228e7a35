using Campaign.Sessions.Closing;
using Campaign.Time;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Session.Tests.Rules;

public sealed class ClosedAttendanceTests
{
    private static readonly Gen<string> s_status = Gen.Elements("present", "late", "left-early", "excused", "absent");

    private static readonly Arbitrary<string[]> s_statuses = Gen.Choose(0, 1300)
        .SelectMany(people => s_status.ArrayOf(people))
        .ToArbitrary();

    [Fact]
    public void Expected_is_present_and_excused_and_absent() =>
        Prop.ForAll(s_statuses, statuses =>
            {
                var summary = new ClosedAttendance(Rows(statuses), Books.Statuses).Summary;
                return summary.Expected == statuses.Length
                    && summary.Expected == summary.Present + summary.Excused + summary.Absent
                    && summary.Present == statuses.Count(status => status is "present" or "late" or "left-early");
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_hold_everybody_once_and_never_more_than_500() =>
        Prop.ForAll(s_statuses, statuses =>
            {
                var rows = Rows(statuses);
                var attendance = new ClosedAttendance(rows, Books.Statuses);
                var session = SessionTests.Scheduled();
                session.Close(session.StartsAt.AddMinutes(90), session.StartsAt.AddDays(1));
                var parts = attendance.Parts(session).ToList();
                var people = parts.SelectMany(part => part.Present.Concat(part.Excused).Concat(part.Absent)).ToList();
                return people.Order().SequenceEqual(rows.Select(row => row.MemberId).Order())
                    && parts.All(part => part.Present.Count + part.Excused.Count + part.Absent.Count is > 0 and <= 500)
                    && parts.Select(part => part.Part).SequenceEqual(Enumerable.Range(0, parts.Count))
                    && parts.Sum(part => part.Present.Count) == attendance.Summary.Present;
            })
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_session_at_half_past_six_in_the_evening_utc_is_held_on_the_next_day_in_hanoi()
    {
        var day = OfficeDay.Of(new DateTimeOffset(2022, 12, 31, 18, 30, 0, TimeSpan.Zero));
        day.ShouldBe(new DateOnly(2023, 1, 1));
        OfficeDay.StartOf(day).ShouldBe(new DateTimeOffset(2022, 12, 31, 17, 0, 0, TimeSpan.Zero));
    }

    private static Attended[] Rows(string[] statuses) => [.. statuses.Select(status => new Attended(Guid.NewGuid(), status))];
}
