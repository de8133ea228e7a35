using Bunit;
using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Portal.Commitments;

namespace Campaign.Portal.Tests.Components;

public sealed class CommitmentTests
{
    private static readonly Guid s_id = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly DateOnly s_due = new(2026, 6, 30);
    private static readonly DeedView s_begun = new(s_id, "Ngõ văn minh", 3, "ngõ", s_due, 2, "open", true, null, null, null, null);
    private static readonly CommitmentView s_made = new(
        s_id,
        s_id,
        s_id,
        "Đảng bộ phường Hạ Đình",
        "hn/thanh-xuan/ha-dinh",
        s_id,
        "Nguyễn Văn Hạnh",
        null,
        null,
        null,
        "Kế hoạch làm theo",
        s_due,
        "open",
        true,
        null,
        [s_begun],
        4
    );

    [Fact]
    public void Words_stand_beside_deeds_in_words_and_not_by_colour_alone()
    {
        using var context = Signed("district-officer@hn/thanh-xuan", "vi");
        context.Answers.On("GET directive/commitments", new Page<CommitmentView>([s_made], null));
        var page = context.Render<CommitmentsPage>();

        var row = page.WaitForElement(".words-deeds li");
        row.TextContent.ShouldContain("Ngõ văn minh: 3 ngõ");
        row.QuerySelector(".split-text")!.TextContent.ShouldBe("Đã làm 2 / 3 ngõ (66 %)");
        row.QuerySelector(".pill")!.TextContent.ShouldBe("Quá hạn");
        page.Find("td").TextContent.ShouldContain("Nguyễn Văn Hạnh");
    }

    [Fact]
    public void A_reached_target_waits_for_the_superior_and_not_for_the_unit_itself()
    {
        var reached = s_made with { Deeds = [s_begun with { Done = 3, ReachedOn = s_due, Overdue = false }] };
        var waiting = reached.Deeds[0];
        foreach (var (post, confirms) in new[] { ("secretary@hn/thanh-xuan/ha-dinh", false), ("district-officer@hn/thanh-xuan", true) })
        {
            using var context = Signed(post);
            context.Answers.On(
                $"GET directive/commitments/{s_id}",
                reached with
                {
                    Deeds = [waiting with { May = confirms ? ["confirm"] : ["enter-progress"] }],
                }
            );
            context.Answers.On($"POST directive/commitments/{s_id}/deeds/{s_id}/confirm", reached);
            var page = context.Render<CommitmentPage>(parameters => parameters.Add(p => p.Id, s_id));
            page.WaitForElement(".deed-bar");

            var confirm = page.FindAll(".action button").SingleOrDefault(button => button.TextContent.Trim() == "Confirm that it is done");
            (confirm is not null).ShouldBe(confirms);
            confirm?.Click();
            context.Answers.Asked.Count(asked => asked.Request.EndsWith("/confirm", StringComparison.Ordinal)).ShouldBe(confirms ? 1 : 0);
        }
    }

    [Fact]
    public void Progress_is_entered_with_its_evidence()
    {
        using var context = Signed("secretary@hn/thanh-xuan/ha-dinh");
        context.Answers.On($"GET directive/commitments/{s_id}", s_made with { Deeds = [s_begun with { May = ["enter-progress"] }] });
        context.Answers.On($"POST directive/commitments/{s_id}/deeds/{s_id}/progress", s_made with { Version = 5 });
        var page = context.Render<CommitmentPage>(parameters => parameters.Add(p => p.Id, s_id));
        var form = page.WaitForElement("details .form");
        form.QuerySelector("input[type=number]")!.Change("1.5");
        page.Find("details .form textarea").Input("Ngõ 102");
        page.FindAll("details .form .action button").First(button => button.TextContent.Trim() == "Save").Click();

        page.WaitForAssertion(() => context.Answers.Bodies.ShouldHaveSingleItem().ShouldContain("\"amount\":1.5,\"evidence\":\"Ng"));
        context.Answers.Asked.Single(asked => asked.Request.StartsWith("POST", StringComparison.Ordinal)).Key.ShouldNotBeNullOrEmpty();
    }

    private static PortalContext Signed(string post, string language = "en")
    {
        var context = new PortalContext(language);
        context.SignIn(post);
        context.Answers.Allows(Resources.Directive, "read-directives", post.Split('@')[1]);
        foreach (var code in new[] { "thanh-xuan", "ha-dinh" })
        {
            context.Answers.On(
                $"GET organization/units/by-code/{code}",
                new UnitView(s_id, code, "Quận ủy", "Quận ủy", "party-committee", null, $"hn/{code}", "thanh-xuan", s_due, null, 0, 0, 1)
            );
        }

        return context;
    }
}
