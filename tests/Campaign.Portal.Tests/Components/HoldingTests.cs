using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Bunit;
using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Portal.Holding;

namespace Campaign.Portal.Tests.Components;

public sealed class HoldingTests
{
    private static readonly Guid s_id = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid s_second = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly DateTimeOffset s_at = new(2026, 3, 3, 12, 30, 0, TimeSpan.Zero);
    private static readonly SessionView s_session = new(
        s_id,
        null,
        s_id,
        "Chi bộ 1",
        "hn/thanh-xuan/cb-1",
        "cell-meeting",
        new("Học tập", "in-room", "Nhà văn hóa", 90),
        s_at,
        "open",
        null,
        new AttendanceSummary(3, 2, 0, 0),
        null,
        2
    );
    private static readonly ParticipantView s_person = new(s_id, "001", "Trần Thị Bình", "present", s_at, 1, null, null, "roster", null);
    private static readonly PreparationView s_prepared = new(
        s_id,
        [new(s_id, "Thời sự", 15, null, "", "ahead", null, 0), new(s_second, "Thảo luận", 45, null, "", "ahead", null, 0)],
        [],
        [
            new(
                "committee-met",
                "Chi ủy họp trước, thống nhất nội dung (nơi không có chi ủy: bí thư, phó bí thư hội ý)",
                "x",
                false,
                null,
                null
            ),
        ],
        3
    );
    private static readonly ProceedingsView s_held = new(s_id, s_at, 2, [], 0, [], [], new ResolutionView("", [], 0));

    [Fact]
    public void Agenda_is_reordered_with_buttons_and_saved_by_its_version()
    {
        using var context = Signed();
        context.Answers.On($"GET session/sessions/{s_id}/preparation", s_prepared);
        context.Answers.On($"PUT session/sessions/{s_id}/preparation", s_prepared);
        context.Answers.On($"GET session/sessions/{s_id}/participants", new Page<ParticipantView>([s_person], null));
        var panel = context.Render<PreparationPanel>(parameters => parameters.Add(p => p.Session, s_session).Add(p => p.Runs, true));
        panel.WaitForElement("section.card button").Click();
        panel.WaitForElement("button[aria-label='Move up: Thảo luận']").Click();
        panel.Find("[role=status]").TextContent.ShouldBe("Thảo luận: is item 1 now");
        panel.FindAll("input[type=text]")[0].GetAttribute("value").ShouldBe("Thảo luận");
        panel.FindAll("button").First(button => button.TextContent.Trim() == "Save the agenda").Click();
        panel.WaitForAssertion(() => context.Answers.Bodies.ShouldHaveSingleItem());
        context
            .Answers.Bodies[0]
            .IndexOf(s_second.ToString(), StringComparison.Ordinal)
            .ShouldBeLessThan(context.Answers.Bodies[0].IndexOf(s_id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Step_is_ticked_at_once_and_only_by_those_who_run_the_session()
    {
        foreach (var runs in new[] { true, false })
        {
            using var context = Signed();
            context.Answers.On($"GET session/sessions/{s_id}/preparation", s_prepared);
            context.Answers.On($"POST session/sessions/{s_id}/preparation/steps", s_prepared);
            var panel = context.Render<PreparationPanel>(parameters => parameters.Add(p => p.Session, s_session).Add(p => p.Runs, runs));
            var box = panel.WaitForElement("input[type=checkbox]");
            box.HasAttribute("disabled").ShouldBe(!runs);
            if (runs)
            {
                box.Change(true);
                panel.WaitForAssertion(() => context.Answers.Bodies.ShouldBe(["{\"code\":\"committee-met\",\"done\":true}"]));
            }
        }
    }

    [Theory]
    [InlineData("en", "The cell committee meets beforehand")]
    [InlineData("vi", "Chi ủy họp trước")]
    public void Steps_are_named_in_the_readers_language_and_those_that_were_added_by_their_own(string language, string name)
    {
        using var context = Signed(language);
        context.Answers.Knows(
            SessionCatalogues.PreparationSteps,
            (s_prepared.Steps[0].Code, "Chi ủy họp trước", "The cell committee meets beforehand")
        );
        var list = context.Render<Checklist>(parameters =>
            parameters
                .Add(c => c.Session, s_id)
                .Add(c => c.Steps, [s_prepared.Steps[0], new("flowers-bought", "Mua hoa", "x", false, null, null)])
        );

        list.FindAll("label")[0].TextContent.Trim().ShouldStartWith(name);
        list.FindAll("label")[1].TextContent.Trim().ShouldBe("Mua hoa");
    }

    [Fact]
    public void Clock_shows_planned_and_elapsed_by_the_servers_clock_and_says_when_it_is_over()
    {
        using var context = Signed("vi");
        var held = s_held with
        {
            Now = s_at.AddMinutes(20),
            Items = [new(s_id, "Thời sự", 15, null, "An", "running", s_at.AddSeconds(30), 60)],
        };
        var clock = context.Render<AgendaClock>(parameters => parameters.Add(c => c.Held, held));
        clock.Find(".agenda-time").TextContent.ShouldContain("20:30 / 15 phút");
        clock.Find(".pill.bad").TextContent.ShouldBe("Quá 5:30");
        clock.Find("li").GetAttribute("aria-current").ShouldBe("step");
        clock.FindAll("button").ShouldBeEmpty();
    }

    [Fact]
    public void Speech_of_a_participant_is_written_down_on_the_item_that_runs()
    {
        using var context = Signed();
        context.Answers.On(
            $"GET session/sessions/{s_id}/participants",
            new Page<ParticipantView>(
                [s_person, s_person with { MemberId = s_second, FullName = "Vắng", Status = "absent", Line = 2 }],
                null
            )
        );
        context.Answers.On($"POST session/sessions/{s_id}/contributions", s_held);
        var held = s_held with { Items = [new(s_second, "Thảo luận", 45, null, "", "running", s_at, 0)] };
        var form = context.Render<Contributions>(parameters => parameters.Add(c => c.Held, held).Add(c => c.Runs, true));
        form.WaitForElement("select").TextContent.ShouldNotContain("Vắng");
        form.Find("select").Change(s_id.ToString());
        form.FindAll("button").First(button => button.TextContent.Trim() == "Write down").Click();
        form.WaitForAssertion(() =>
            context
                .Answers.Bodies.ShouldHaveSingleItem()
                .ShouldBe($$"""{"kind":"speech","memberId":"{{s_id}}","name":null,"itemId":"{{s_second}}","note":null}""")
        );
    }

    [Fact]
    public void What_is_being_written_stays_when_somebody_arrives_and_they_can_be_chosen()
    {
        using var context = Signed();
        context.Answers.On($"GET session/sessions/{s_id}/participants", new Page<ParticipantView>([s_person], null));
        var form = context.Render<Contributions>(parameters => parameters.Add(c => c.Held, s_held).Add(c => c.Runs, true));
        form.WaitForElement("textarea").Change("Đề nghị sửa đèn ngõ 12");
        context.Answers.On(
            $"GET session/sessions/{s_id}/participants",
            new Page<ParticipantView>([s_person, s_person with { MemberId = s_second, FullName = "Vừa Đến", Line = 2 }], null)
        );

        form.Render(parameters => parameters.Add(c => c.Held, s_held with { Present = 3 }));

        form.WaitForAssertion(() => form.Find("select").TextContent.ShouldContain("Vừa Đến"));
        form.Find("textarea").GetAttribute("value").ShouldBe("Đề nghị sửa đèn ngõ 12");
    }

    [Fact]
    public void A_vote_whose_answer_was_lost_is_sent_again_under_its_key_and_the_next_one_under_another()
    {
        using var context = Signed();
        var votes = context.Render<Votes>(parameters => parameters.Add(v => v.Held, s_held).Add(v => v.Runs, true));
        string?[] Keys() => [.. context.Answers.Asked.Select(asked => asked.Key)];
        void Count()
        {
            votes.Find("#question").Input("Nhất trí?");
            votes.FindAll(".action button")[^1].Click();
        }

        context.Answers.Refuse($"POST session/sessions/{s_id}/votes", HttpStatusCode.ServiceUnavailable, "service-unavailable");
        Count();
        votes.WaitForAssertion(() => Keys().Length.ShouldBe(1));
        context.Answers.On($"POST session/sessions/{s_id}/votes", s_held);
        votes.WaitForAssertion(() => votes.FindAll(".action button")[^1].HasAttribute("disabled").ShouldBeFalse());
        Count();
        votes.WaitForAssertion(() => Keys().Length.ShouldBe(2));
        votes.WaitForAssertion(() => votes.Find("#question").GetAttribute("value").ShouldBeNullOrEmpty());
        Count();
        votes.WaitForAssertion(() => Keys().Length.ShouldBe(3));

        Keys()[1].ShouldBe(Keys()[0]);
        Keys()[2].ShouldNotBe(Keys()[1]);
    }

    [Fact]
    public void A_resolution_that_somebody_else_wrote_meanwhile_is_shown_beside_mine_and_I_choose()
    {
        using var context = Signed();
        context.Answers.On($"GET session/sessions/{s_id}/participants", new Page<ParticipantView>([s_person], null));
        context.Answers.On($"PUT session/sessions/{s_id}/resolution", s_held with { Resolution = new ResolutionView("Của tôi", [], 3) });
        var form = context.Render<ResolutionForm>(parameters =>
            parameters.Add(r => r.Session, s_session).Add(r => r.Resolution, s_held.Resolution)
        );
        form.WaitForElement("textarea").Change("Của tôi");
        IElement Save() => form.FindAll(".action button")[^1];

        form.Render(parameters => parameters.Add(r => r.Resolution, new ResolutionView("Của người khác", [], 2)));
        form.Find("[role=alert]").TextContent.ShouldContain("Của người khác");
        form.Find("textarea").GetAttribute("value").ShouldBe("Của tôi");
        Save().HasAttribute("disabled").ShouldBeTrue();

        form.FindAll("button").First(button => button.TextContent.Trim() == "Keep mine").Click();
        Save().Click();
        form.WaitForAssertion(() =>
            JsonDocument
                .Parse(context.Answers.Bodies.ShouldHaveSingleItem())
                .RootElement.GetProperty("text")
                .GetString()
                .ShouldBe("Của tôi")
        );
    }

    [Fact]
    public void Score_explains_each_line_and_is_confirmed_as_it_was_read()
    {
        using var context = Signed("vi");
        context.Answers.On(
            $"GET session/sessions/{s_id}/quality",
            new QualityView(
                s_id,
                "to-confirm",
                15,
                25,
                [
                    new(
                        "attendance",
                        "Trên 85 % đảng viên dự",
                        "Lấy số có mặt chia cho số phải dự.",
                        "attendance",
                        15,
                        15,
                        "met",
                        90,
                        85,
                        null,
                        null,
                        "Hướng dẫn 12",
                        false
                    ),
                    new(
                        "order",
                        "Đúng giờ",
                        "Trả lời",
                        "answer",
                        0,
                        10,
                        "missed",
                        null,
                        null,
                        "Chậm 20 phút",
                        "Bí thư",
                        "Hướng dẫn 12",
                        false
                    ),
                ],
                null,
                null,
                null,
                [SessionMay.ConfirmQuality]
            )
        );
        context.Answers.On($"POST session/sessions/{s_id}/quality/confirmations", s_held);
        var panel = context.Render<QualityPanel>(parameters => parameters.Add(p => p.Session, s_session with { State = "held" }));
        panel.WaitForElement(".verdict").TextContent.ShouldContain("15 / 25 điểm");
        panel.Find(".quality li").TextContent.ShouldContain("Có mặt 90 %; cần hơn 85 %.");
        panel.FindAll(".quality li")[1].TextContent.ShouldContain("Bí thư: Chậm 20 phút");
        panel.FindAll(".quality small")[0].TextContent.ShouldContain("chưa đối chiếu");
        panel.FindAll("button").First(button => button.TextContent.Contains("xác nhận 15/25", StringComparison.Ordinal)).Click();
        panel.WaitForAssertion(() => context.Answers.Bodies.ShouldBe(["{\"points\":15}"]));
    }

    [Theory]
    [InlineData("https://hanoi.example/directives/00000000-0000-0000-0000-000000000002?x=1", true)]
    [InlineData("/directives/00000000-0000-0000-0000-000000000002", true)]
    [InlineData("https://hanoi.example/a.pdf", false)]
    public void Pasted_page_of_a_document_names_the_document(string address, bool isDocument)
    {
        var draft = new ReadingRow { Title = "Kế hoạch", Address = address }.Read();
        (draft.DirectiveId, draft.Link).ShouldBe(isDocument ? (s_second, null) : ((Guid?)null, address));
    }

    [Fact]
    public void Lines_of_the_score_are_named_in_the_readers_language()
    {
        using var context = Signed();
        context.Answers.On(
            $"GET session/sessions/{s_id}/quality",
            new QualityView(
                s_id,
                "to-confirm",
                10,
                10,
                [
                    new(
                        "duration",
                        "Họp ít nhất 90 phút",
                        "Tính từ giờ bắt đầu đến giờ kết thúc của buổi họp.",
                        "duration",
                        10,
                        10,
                        "met",
                        95,
                        90,
                        null,
                        null,
                        "Hướng dẫn 12",
                        false
                    ),
                ],
                null,
                null,
                null,
                []
            )
        );
        context.Answers.On(
            "GET session/catalogues/quality-rules",
            new Catalogue(
                "quality-rules",
                [
                    new CatalogueEntry(
                        "duration",
                        new Dictionary<string, string> { ["vi"] = "Họp ít nhất 90 phút", ["en"] = "At least 90 minutes" },
                        DateOnly.MinValue,
                        Traits: new Dictionary<string, string>
                        {
                            [SessionCatalogues.EnglishExplanation] = "From the beginning of the meeting to its end.",
                        }
                    ),
                ]
            )
        );
        var panel = context.Render<QualityPanel>(parameters => parameters.Add(p => p.Session, s_session with { State = "held" }));

        panel.WaitForElement(".quality-head b").TextContent.ShouldBe("At least 90 minutes");
        panel.Find("details p").TextContent.ShouldBe("From the beginning of the meeting to its end.");
    }

    private static PortalContext Signed(string language = "en")
    {
        var context = new PortalContext(language);
        context.SignIn("secretary@hn/thanh-xuan/cb-1");
        context.Answers.Statuses();
        return context;
    }
}
