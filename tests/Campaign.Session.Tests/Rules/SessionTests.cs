using Campaign.Api.Session;
using Campaign.Hosting.Problems;

namespace Campaign.Session.Tests.Rules;

public sealed class SessionTests
{
    private static readonly DateTimeOffset s_start = new(2022, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_now = s_start.AddDays(1);

    [Fact]
    public void Open_sets_the_code_once()
    {
        var session = Scheduled();
        session.Open("000123", s_start);
        session.Open("999999", s_start);
        session.Code.ShouldBe("000123");
        session.State.ShouldBe(SessionStates.Open);
        session.Version.ShouldBe(2);
    }

    [Fact]
    public void A_session_opens_a_day_before_it_starts_and_not_earlier()
    {
        var session = Scheduled();
        Should.Throw<Problem>(() => session.Open("000123", s_start.AddDays(-1).AddSeconds(-1))).Slug.ShouldBe("too-early-to-open");
        session.State.ShouldBe(SessionStates.Scheduled);
        session.Open("000123", s_start.AddDays(-1));
        session.State.ShouldBe(SessionStates.Open);
    }

    [Fact]
    public void Close_ends_an_open_session_and_takes_the_code_away()
    {
        var session = Scheduled();
        session.Open("000123", s_start);
        session.Close(s_start.AddMinutes(95), s_now);
        session.State.ShouldBe(SessionStates.Held);
        session.Code.ShouldBeNull();
        session.HeldMinutes.ShouldBe(95);
        session.Version.ShouldBe(3);
    }

    [Fact]
    public void Close_accepts_a_meeting_entered_from_paper_that_was_never_open()
    {
        var session = Scheduled();
        session.Close(s_start.AddMinutes(90), s_now);
        session.State.ShouldBe(SessionStates.Held);
    }

    [Fact]
    public void A_held_session_is_neither_opened_nor_closed_again()
    {
        var session = Scheduled();
        session.Close(s_start.AddMinutes(90), s_now);
        Should.Throw<Problem>(() => session.Open("000123", s_start)).Slug.ShouldBe("session-held");
        Should.Throw<Problem>(() => session.Close(s_start.AddMinutes(91), s_now)).Slug.ShouldBe("session-held");
        session.Version.ShouldBe(2);
    }

    [Theory]
    [InlineData(0, "not-after-start")]
    [InlineData(-10, "not-after-start")]
    [InlineData(1441, "too-late")]
    public void Close_refuses_an_end_that_does_not_follow_the_start_within_a_day(int minutes, string code) =>
        Refused.Field(() => Scheduled().Close(s_start.AddMinutes(minutes), s_now.AddDays(3))).ShouldBe($"endedAt {code}");

    [Fact]
    public void Close_refuses_an_end_in_the_future() =>
        Refused.Field(() => Scheduled().Close(s_start.AddMinutes(60), s_start.AddMinutes(30))).ShouldBe("endedAt in-future");

    [Fact]
    public void A_session_is_changed_until_it_opens_and_each_change_is_a_version()
    {
        var session = Scheduled();
        session.Change(s_now, changed => changed.Plan = changed.Plan with { Place = "Hội trường phường" });
        (session.Plan.Place, session.Version, session.ChangedAt).ShouldBe(("Hội trường phường", 2, s_now));
        session.Open("000123", s_start);
        Should
            .Throw<Problem>(() => session.Change(s_now, changed => changed.Plan = changed.Plan with { Place = "Trên mạng" }))
            .Slug.ShouldBe("session-open");
        session.Plan.Place.ShouldBe("Hội trường phường");
    }

    [Fact]
    public void A_cancelled_session_is_cancelled_once_and_for_good()
    {
        var session = Scheduled();
        session.Cancel("Bão số 3", s_now);
        Should.Throw<Problem>(() => session.Cancel("Lý do khác", s_now)).Slug.ShouldBe("session-cancelled");
        (session.State, session.CancelReason, session.Version).ShouldBe((SessionStates.Cancelled, "Bão số 3", 2));
        Should.Throw<Problem>(() => session.Open("000123", s_start)).Slug.ShouldBe("session-cancelled");
        Should.Throw<Problem>(() => session.Close(s_start.AddMinutes(90), s_now)).Slug.ShouldBe("session-cancelled");
        Should.Throw<Problem>(() => session.Change(s_now, _ => { })).Slug.ShouldBe("session-cancelled");
    }

    [Fact]
    public void An_open_or_held_session_is_not_cancelled()
    {
        var session = Scheduled();
        session.Open("000123", s_start);
        Should.Throw<Problem>(() => session.Cancel("Bão", s_now)).Slug.ShouldBe("session-open");
        session.Close(s_start.AddMinutes(90), s_now);
        Should.Throw<Problem>(() => session.Cancel("Bão", s_now)).Slug.ShouldBe("session-held");
    }

    internal static Sessions.Scheduling.Session Scheduled() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            District = "thanh-xuan",
            UnitId = Guid.CreateVersion7(),
            UnitName = "Chi bộ 3",
            UnitPath = "hn/thanh-xuan/ha-dinh/cb-03",
            Kind = "cell-meeting",
            Plan = new("Học tập và làm theo", "in-room", "Nhà văn hóa", 90),
            StartsAt = s_start,
            ChangedAt = s_start.AddDays(-7),
        };
}
