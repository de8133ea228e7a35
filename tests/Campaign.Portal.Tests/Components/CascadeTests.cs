using AngleSharp.Dom;
using Bunit;
using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Api.Organization;
using Campaign.Portal.Directives;

namespace Campaign.Portal.Tests.Components;

public sealed class CascadeTests
{
    private static readonly Guid s_id = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly DirectiveView s_draft = new(
        s_id,
        s_id,
        "KH",
        "39-KH/QU",
        "Kế hoạch",
        "Quận ủy",
        s_id,
        "hn/thanh-xuan",
        "Bí thư",
        new DateOnly(2026, 1, 5),
        null,
        "draft",
        new DirectiveCounts(0, 0, 0, 0, 0),
        1
    );

    [Fact]
    public void Figures_are_said_in_words_beside_the_colours()
    {
        using var context = new PortalContext();
        var bar = context.Render<SplitBar>(parameters =>
            parameters.Add(b => b.Figures, [new RollUpFigures(0, 10, 7, 4, 3, 2, 1, 1, 0), new RollUpFigures(1, 2, 0, 0, 0, 0, 0, 0, 0)])
        );

        bar.Find(".split-text")
            .TextContent.ShouldBe("Asked 12 · Done on time 3 · Done late 1 · Overdue 1 · Returned 1 · Acknowledged 1 · Not acknowledged 5");
        bar.FindAll(".split span").Count.ShouldBe(6);
    }

    [Fact]
    public void Branch_opens_into_the_units_below_it()
    {
        using var context = new PortalContext();
        var figures = new RollUpFigures(0, 1, 0, 0, 0, 0, 0, 0, 0);
        context.Answers.On(
            $"GET directive/directives/{s_id}/roll-up",
            new RollUpView(
                [],
                new RollUpUnit(s_id, "hn/thanh-xuan", "Quận ủy", true, [figures]),
                new Page<RollUpUnit>([new RollUpUnit(s_id, "hn/thanh-xuan/ha-dinh", "Phường", true, [figures])], null)
            )
        );
        var branch = context.Render<RollUpBranch>(parameters => parameters.Add(b => b.Directive, s_id).Add(b => b.Path, "hn/thanh-xuan"));
        branch.WaitForElement(".opener").Click();

        branch.WaitForAssertion(() => branch.FindAll(".tree .opener").Count.ShouldBe(1));
        branch.Find(".opener").GetAttribute("aria-expanded").ShouldBe("true");
    }

    [Fact]
    public void Nothing_is_issued_that_was_not_previewed_as_it_stands()
    {
        using var context = new PortalContext();
        context.SignIn("district-officer@hn/thanh-xuan");
        context.Answers.Knows(OrganizationCatalogues.UnitTypes, ("cell", "Chi bộ", "Cell"));
        context.Answers.Knows(DirectiveCatalogues.RequirementKinds, ("acknowledge", "Tiếp nhận", "Acknowledge"));
        context.Answers.On($"GET directive/directives/{s_id}", s_draft with { May = ["correct", "issue"] });
        context.Answers.On(
            $"GET organization/units/{s_id}",
            new UnitView(
                s_id,
                "thanh-xuan",
                "Quận ủy",
                "QU",
                "party-committee",
                null,
                "hn/thanh-xuan",
                "thanh-xuan",
                new DateOnly(2020, 1, 1),
                null,
                3,
                9,
                1
            )
        );
        context.Answers.On(
            $"POST directive/directives/{s_id}/issue/preview",
            new IssuePreview(17, 34, [new DueDay(new DateOnly(2026, 2, 1), false)])
        );
        var page = context.Render<IssuePage>(parameters => parameters.Add(p => p.Id, s_id));
        page.WaitForAssertion(() => Button(page, "Issue").HasAttribute("disabled").ShouldBeTrue());
        Button(page, "Preview").Click();

        page.WaitForAssertion(() => Button(page, "Issue to 17 units").HasAttribute("disabled").ShouldBeFalse());
        page.Markup.ShouldContain("(a day off)");
        page.FindAll("button.tick")[0].Click();
        page.WaitForAssertion(() => Button(page, "Issue").HasAttribute("disabled").ShouldBeTrue());
    }

    [Fact]
    public void One_unit_is_let_lead_and_others_cooperate()
    {
        using var context = new PortalContext();
        var own = new UnitView(
            s_id,
            "thanh-xuan",
            "Quận ủy",
            "QU",
            "party-committee",
            null,
            "hn/thanh-xuan",
            "thanh-xuan",
            new DateOnly(2020, 1, 1),
            null,
            3,
            9,
            1
        );
        var (lead, beside) = (
            own with
            {
                Id = Guid.NewGuid(),
                Name = "Ban Tuyên giáo",
            },
            own with
            {
                Id = Guid.NewGuid(),
                Name = "Ban Tổ chức",
            }
        );
        context.Answers.On("GET organization/units", new Page<UnitView>([lead, beside], null));
        var form = context.Render<LeadForm>(parameters => parameters.Add(f => f.Own, own));
        form.Find("input[type=search]").Change("ban");
        form.Find("form").Submit();
        form.WaitForAssertion(() => form.FindAll("li button").Count(button => button.TextContent.Trim() == "Let it lead").ShouldBe(2));
        form.FindAll("li button")[0].Click();
        form.WaitForAssertion(() =>
            form.FindAll("li button").Count(button => button.TextContent.Trim() == "Let it co-operate").ShouldBe(1)
        );
        form.FindAll("li button").Single(button => button.TextContent.Trim() == "Let it co-operate").Click();

        form.WaitForAssertion(() =>
            (form.Instance.LeadUnitId, form.Instance.CooperatingUnitIds.SingleOrDefault()).ShouldBe((lead.Id, beside.Id))
        );
        form.Find("summary").TextContent.ShouldBe("Led by Ban Tuyên giáo");
    }

    [Fact]
    public void Inbox_says_what_is_replaced_and_who_leads()
    {
        using var context = new PortalContext("vi");
        context.SignIn("secretary@hn/thanh-xuan/cb-1");
        context.Answers.Allows("directive", "answer", "hn/thanh-xuan/cb-1");
        context.Answers.On(
            "GET directive/assignments",
            new Page<AssignmentView>(
                [
                    new AssignmentView(
                        s_id,
                        s_id,
                        "40-KH/QU",
                        s_id,
                        "Chi bộ 1",
                        "hn/thanh-xuan/cb-1",
                        "acknowledge",
                        "Quán triệt",
                        new DateOnly(2026, 9, 30),
                        "issued",
                        false,
                        null,
                        null,
                        null,
                        1
                    )
                    {
                        Completion = "acknowledgement",
                        Part = "co-operates",
                        LeadUnit = "Ban Tuyên giáo",
                        Replaces = [new ReplacedDocument(s_id, "39-KH/QU", new DateOnly(2026, 1, 5))],
                    },
                ],
                null
            )
        );
        var inbox = context.Render<InboxPage>();

        var asked = inbox.WaitForElement("td").TextContent;
        asked.ShouldContain("Thay thế 39-KH/QU mà đơn vị đã tiếp nhận ngày 05/01/2026");
        asked.ShouldContain("Chủ trì: Ban Tuyên giáo");
    }

    [Fact]
    public void Quarters_are_due_on_their_last_day()
    {
        var rows = RequirementDraft
            .EveryQuarter(new DateOnly(2026, 11, 22), new DateOnly(2027, 8, 1), (quarter, year) => $"{quarter}/{year}")
            .ToList();
        rows.Select(row => (row.Title, row.DueOn))
            .ShouldBe([
                ("4/2026", new DateOnly(2026, 12, 31)),
                ("1/2027", new DateOnly(2027, 3, 31)),
                ("2/2027", new DateOnly(2027, 6, 30)),
                ("3/2027", new DateOnly(2027, 9, 30)),
            ]);
    }

    private static IElement Button(IRenderedComponent<IssuePage> page, string text) =>
        page.FindAll(".action button").Single(button => button.TextContent.Trim() == text);
}
