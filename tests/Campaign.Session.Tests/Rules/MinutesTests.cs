using Campaign.Api.Session;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Holding;
using Campaign.Sessions.Minutes;

namespace Campaign.Session.Tests.Rules;

public sealed class MinutesTests
{
    private static readonly DateTimeOffset s_now = new(2022, 3, 2, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Text_is_composed_from_what_happened()
    {
        var session = SessionTests.Scheduled();
        session.Close(session.StartsAt.AddMinutes(95), session.StartsAt.AddDays(1));
        var text = MinutesComposer.Compose(
            new Happened(
                session,
                new AttendanceSummary(30, 27, 2, 1),
                "Sinh hoạt chi bộ thường kỳ",
                [
                    new("Nguyễn Văn An", "late", 10, null),
                    new("Trần Thị Bình", "excused", null, "Nằm viện"),
                    new("Lê Văn Cường", "absent", null, null),
                ],
                ["Phạm Thị Duyên (Quận ủy)"],
                Books.Statuses.On(Books.Day),
                "Đảng bộ phường Hạ Đình",
                "Hạ Đình",
                Proceedings.None
            )
        );

        text.ShouldContain("Bắt đầu lúc 19 giờ 00, ngày 01 tháng 3 năm 2022, tại Nhà văn hóa.");
        text.ShouldContain("Kết thúc lúc 20 giờ 35, ngày 01 tháng 3 năm 2022 (95 phút).");
        text.ShouldContain("Triệu tập 30; có mặt 27 (90 %); vắng có lý do 2; vắng không lý do 1.");
        text.ShouldContain("(1): Nguyễn Văn An (10 phút).");
        text.ShouldContain("(1): Trần Thị Bình (Nằm viện).");
        text.ShouldContain("Khách, người dự ngoài danh sách (1): Phạm Thị Duyên (Quận ủy).");
        text.ShouldContain("Sinh hoạt chi bộ thường kỳ: Học tập và làm theo.");
    }

    [Fact]
    public void Two_people_sign_and_then_it_is_locked()
    {
        var version = Version();
        version.Sign(asChair: true, "chair", "Nguyễn Văn An", s_now);
        version.Sign(asChair: true, "chair", "Nguyễn Văn An", s_now.AddHours(1));
        version.ChairSignedAt.ShouldBe(s_now);
        version.IsLocked.ShouldBeFalse();
        Should.Throw<Problem>(() => version.Sign(asChair: false, "chair", "Nguyễn Văn An", s_now)).Slug.ShouldBe("signs-for-both");
        Should.Throw<Problem>(() => version.Sign(asChair: true, "other", "Trần Thị Bình", s_now)).Slug.ShouldBe("signed-by-another");
        version.Sign(asChair: false, "other", "Trần Thị Bình", s_now);
        version.IsLocked.ShouldBeTrue();
        (version.Chair, version.Secretary).ShouldBe(
            ("Nguyễn Văn An", "Trần Thị Bình"),
            "the minutes named nobody: whoever signed is printed below"
        );
    }

    [Fact]
    public void Whom_the_minutes_name_stays_named()
    {
        var version = Version();
        version.Chair = "Lê Văn Cường";

        version.Sign(asChair: true, "deputy", "Nguyễn Văn An", s_now);

        version.Chair.ShouldBe("Lê Văn Cường");
    }

    [Theory]
    [InlineData("II. THÀNH PHẦN", true)]
    [InlineData("Thành phần", false)]
    [InlineData("…", false)]
    public void A_line_in_capitals_is_a_heading(string line, bool isHead) => MinutesPdf.IsHead(line).ShouldBe(isHead);

    private static MinutesVersion Version() =>
        new()
        {
            SessionId = Guid.NewGuid(),
            Number = 1,
            Text = "x",
            Symbol = "",
            Chair = "",
            Secretary = "",
            WrittenBy = "chair",
            WrittenByName = "",
            WrittenAt = s_now,
        };
}
