using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Holding;
using Campaign.Sessions.Minutes;
using Campaign.Sessions.Preparing;

namespace Campaign.Session.Tests.Rules;

public sealed class ProceedingsTests
{
    private static readonly DateTimeOffset s_now = new(2022, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Clock_adds_up_what_was_spent_and_repeats_change_nothing()
    {
        var item = Item("Thông tin thời sự");
        item.Finish(s_now);
        item.State.ShouldBe("ahead");
        item.Start(s_now);
        item.Start(s_now.AddMinutes(5));
        (item.State, item.RunningSince).ShouldBe(("running", s_now));
        item.Finish(s_now.AddMinutes(10));
        item.Finish(s_now.AddMinutes(20));
        item.Start(s_now.AddMinutes(30));
        item.Finish(s_now.AddMinutes(35));
        (item.State, item.SpentSeconds).ShouldBe(("done", 900));
        item.Took(40);
        item.SpentSeconds.ShouldBe(2400);
        Refused.Field(() => item.Took(601)).ShouldBe("minutes range");
    }

    [Fact]
    public void A_clock_that_was_set_back_takes_nothing_away()
    {
        var item = Item("Thảo luận");
        item.Start(s_now);
        item.Finish(s_now.AddMinutes(-5));
        item.SpentSeconds.ShouldBe(0);
    }

    [Theory]
    [InlineData(0, 0, 0, "for nobody-voted")]
    [InlineData(-1, 5, 0, "for negative")]
    [InlineData(5, -1, 0, "against negative")]
    [InlineData(5, 0, -1, "abstain negative")]
    public void Hands_that_were_counted_are_some_and_none_less_than_nothing(int inFavour, int against, int abstain, string refused) =>
        Refused.Field(() => HandVote.Check(inFavour, against, abstain, 30)).ShouldBe(refused);

    [Theory]
    [InlineData(20, 5, 5, null)]
    [InlineData(0, 0, 1, null)]
    [InlineData(20, 6, 5, "more-votes-than-present")]
    [InlineData(int.MaxValue, int.MaxValue, 2, "more-votes-than-present")]
    public void No_more_hands_than_people(int inFavour, int against, int abstain, string? problem)
    {
        if (problem is null)
        {
            HandVote.Check(inFavour, against, abstain, 30);
        }
        else
        {
            Should.Throw<Problem>(() => HandVote.Check(inFavour, against, abstain, 30)).Slug.ShouldBe(problem);
        }
    }

    [Fact]
    public void Minutes_say_what_was_dealt_with_said_voted_on_and_resolved()
    {
        var text = MinutesComposer.Compose(Happened());

        text.ShouldContain("1. Học tập chuyên đề (người trình bày: Nguyễn Văn An), 25 phút.");
        text.ShouldContain(
            "Có 1 người phát biểu.\n– Trần Thị Bình (về mục 1): Cần mở thêm ngõ văn minh.\n– Trần Thị Bình.\nĐề xuất, kiến nghị "
                + "(1):\n– Lê Văn Cường: Đề nghị lắp camera.\n"
        );
        text.ShouldContain(
            "V. BIỂU QUYẾT\n1. Thông qua nghị quyết: tán thành 25/27; không tán thành 1/27; không biểu quyết, ý kiến khác 1/27 (kiểm "
                + "lại lần 1).\n"
        );
        text.ShouldContain("VI. KẾT LUẬN, NGHỊ QUYẾT\nChi bộ thống nhất 100 %.\nGiao đồng chí Bình theo dõi.\n");
        text.ShouldEndWith("VII. PHÂN CÔNG THỰC HIỆN\n1. Vận động các hộ (12 hộ): Trần Thị Bình, hạn hết ngày 30/04/2022.");
    }

    /// <summary>A session in which everything happened that minutes can tell.</summary>
    internal static Happened Happened()
    {
        var agenda = Item("Học tập chuyên đề");
        agenda.Presenter = "Nguyễn Văn An";
        agenda.Took(25);
        var vote = Guid.CreateVersion7();
        var session = SessionTests.Scheduled();
        var proceedings = new Proceedings(
            [agenda],
            [
                Said("Trần Thị Bình", "Cần mở thêm ngõ văn minh", agenda.Id),
                Said("Trần Thị Bình", "", null),
                Said("Lê Văn Cường", "Đề nghị lắp camera.", null, Contribution.Proposal),
            ],
            [Vote(vote, 1, 24, 2), Vote(vote, 2, 25, 1)],
            "Chi bộ thống nhất 100 %.\nGiao đồng chí Bình theo dõi.",
            [
                new ActionItem
                {
                    SessionId = session.Id,
                    Position = 1,
                    What = "Vận động các hộ",
                    UnitId = session.UnitId,
                    UnitPath = session.UnitPath,
                    Responsible = "Trần Thị Bình",
                    DueOn = new DateOnly(2022, 4, 30),
                    Target = 12,
                    Measure = "hộ",
                },
            ],
            1
        );

        return new Happened(session, new AttendanceSummary(30, 27, 2, 1), "Sinh hoạt chi bộ", [], [], [], null, "Hạ Đình", proceedings);
    }

    private static AgendaItem Item(string title) =>
        new()
        {
            SessionId = Guid.Empty,
            Position = 1,
            Title = title,
            PlannedMinutes = 30,
            Presenter = "",
        };

    private static Contribution Said(string name, string note, Guid? item, string kind = Contribution.Speech) =>
        new()
        {
            SessionId = Guid.Empty,
            Kind = kind,
            Name = name,
            ItemId = item,
            Note = note,
            At = s_now,
            By = "x",
            ByName = "x",
        };

    private static HandVote Vote(Guid id, int number, int inFavour, int against) =>
        new()
        {
            Id = id,
            Number = number,
            SessionId = Guid.Empty,
            Question = "Thông qua nghị quyết",
            For = inFavour,
            Against = against,
            Abstain = 0,
            Present = 27,
            At = s_now,
            By = "x",
            ByName = "x",
        };
}
