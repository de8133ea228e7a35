using System.Text;
using Campaign.Sessions.Feeds;

namespace Campaign.Session.Tests.Rules;

/// <summary>The feed as a calendar reads it.</summary>
public sealed class FeedFileTests
{
    private static readonly FeedFile s_writer = new("https://campaign.example", kind => $"Loại {kind}", activity => $"Việc {activity}");

    [Fact]
    public void A_session_reads_back_with_its_times_and_every_letter()
    {
        var session = SessionTests.Scheduled();
        session.Change(session.StartsAt.AddDays(-1), changed =>
            changed.Plan = changed.Plan with
            {
                Topic = "Học tập; làm theo, nêu gương\\ \nBEGIN:VALARM",
                Place = "Nhà văn hóa tổ 5, phố Khương Đình",
                Activity = "film",
                Extended = true,
            }
        );

        var read = Read(session);

        read.Uid.ShouldBe($"{session.Id}@campaign");
        read.Sequence.ShouldBe(1);
        read.Status.ShouldBe("CONFIRMED");
        read.DtStart!.AsUtc.ShouldBe(session.StartsAt.UtcDateTime);
        read.DtEnd!.AsUtc.ShouldBe(session.StartsAt.AddMinutes(90).UtcDateTime);
        read.Summary.ShouldBe($"Loại cell-meeting: {session.Plan.Topic}");
        read.Location.ShouldBe(session.Plan.Place);
        read.Description.ShouldBe("Chi bộ 3\nViệc film\nSinh hoạt mở rộng");
        read.Alarms.ShouldBeEmpty();
    }

    [Fact]
    public void A_cancelled_session_keeps_its_uid_and_raises_the_sequence()
    {
        var session = SessionTests.Scheduled();
        var before = Read(session);
        session.Cancel("Bão số 3", session.StartsAt.AddDays(-1));
        var after = Read(session);
        after.Uid.ShouldBe(before.Uid);
        after.Sequence.ShouldBeGreaterThan(before.Sequence);
        after.Status.ShouldBe("CANCELLED");
        after.Description!.ShouldContain("Bão số 3");
    }

    [Fact]
    public void The_same_sessions_give_the_same_bytes_in_lines_that_every_calendar_takes()
    {
        var session = SessionTests.Scheduled();
        session.Plan = session.Plan with { Topic = string.Concat(Enumerable.Repeat("Đường lối ", 40)) };
        var file = s_writer.Write("Chi bộ 3", [session]);
        file.ShouldBe(s_writer.Write("Chi bộ 3", [session]));
        Encoding.UTF8.GetString(file).Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
    }

    private static Ical.Net.CalendarComponents.CalendarEvent Read(Sessions.Scheduling.Session session) =>
        Ical.Net.Calendar.Load(Encoding.UTF8.GetString(s_writer.Write("Chi bộ 3", [session])))!.Events.ShouldHaveSingleItem();
}
