using Bunit;
using Campaign.Api;
using Campaign.Api.Imports;
using Campaign.Api.Organization;
using Campaign.Portal.Imports;
using Campaign.Portal.Organization;
using Campaign.Portal.Reorganisation;
using Microsoft.AspNetCore.Components.Forms;

namespace Campaign.Portal.Tests.Components;

public sealed class OrganizationPageTests
{
    private static readonly Guid s_id = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid s_child = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly DateOnly s_day = new(2025, 7, 1);

    [Fact]
    public void Tree_opens_levels_by_keyboard_and_reads_them_then()
    {
        using var context = new PortalContext();
        context.Answers.On("GET organization/units", new Page<UnitView>([Unit(s_id, "Quận ủy", null, 2)], null));
        var tree = context.Render<UnitTree>(parameters => parameters.Add(t => t.Paths, ["hn/thanh-xuan"]));
        tree.WaitForAssertion(() => tree.FindAll("[role=treeitem]").Count.ShouldBe(2));
        var asked = context.Answers.Asked.Count;
        context.Answers.On(
            "GET organization/units",
            new Page<UnitView>([Unit(s_child, "Chi bộ 1", s_id, 0), Unit(Guid.NewGuid(), "Chi bộ 2", s_id, 0)], null)
        );

        tree.Find("[role=tree]").KeyDown("ArrowLeft");
        tree.WaitForAssertion(() => tree.FindAll("[role=treeitem]").Count.ShouldBe(1));
        tree.Find("[role=tree]").KeyDown("ArrowRight");
        tree.WaitForAssertion(() => tree.FindAll("[role=treeitem]").Count.ShouldBe(3));
        tree.Find("[role=tree]").KeyDown("ArrowDown");

        tree.Find("[role=tree]").GetAttribute("aria-activedescendant").ShouldBe($"unit-{s_child:N}");
        tree.FindAll("[role=treeitem]")[0].GetAttribute("aria-expanded").ShouldBe("true");
        context.Answers.Asked.Count.ShouldBe(asked + 1);
    }

    [Fact]
    public void Unit_shows_from_what_it_came_and_what_it_became()
    {
        using var context = new PortalContext();
        context.Answers.Knows(OrganizationCatalogues.ReorganisationKinds, ("merge", "Hợp nhất", "Merge"), ("split", "Chia tách", "Split"));
        context.Answers.On(
            $"GET organization/units/{s_id}/lineage",
            new LineageView(
                [new(Guid.NewGuid(), "a", "Phường A", s_id, "b", "Phường B", "merge", s_day, Guid.NewGuid(), "19-NQ/TU")],
                [new(s_id, "b", "Phường B", Guid.NewGuid(), "c", "Phường C", "split", s_day.AddYears(1), Guid.NewGuid(), "20-NQ/TU")]
            )
        );
        context.Answers.On(
            $"GET organization/units/{s_id}/versions",
            new[]
            {
                new UnitVersionView(new DateOnly(2010, 1, 1), s_day, "Tên cũ", "Cũ", "party-committee", "hn/b", "Hà Nội", null),
                new UnitVersionView(s_day, null, "Phường B", "B", "party-committee", "hn/b", "Hà Nội", "19-NQ/TU"),
            }
        );
        var page = context.Render<UnitHistory>(parameters => parameters.Add(h => h.Unit, Unit(s_id, "Phường B", null, 0)));

        page.WaitForAssertion(() =>
            page.Find(".lineage").TextContent.ShouldMatch("(?s)Phường A.*Merge.*19-NQ/TU.*Phường B.*Phường C.*Split")
        );
        page.WaitForAssertion(() => page.FindAll(".plain-list li").Count.ShouldBe(2));
    }

    [Fact]
    public async Task Decision_is_recorded_only_as_previewed()
    {
        await using var context = new PortalContext();
        context.SignIn("district-officer@hn/thanh-xuan");
        context.Answers.Knows(OrganizationCatalogues.ReorganisationKinds, ("merge", "Hợp nhất", "Merge"), ("split", "Chia tách", "Split"));
        context.Answers.On(
            "POST organization/decisions/preview",
            new DecisionPreview([new PreviewLine(1, "merge", "a", "Phường A", "b", "Phường B", 3, 40, 2)], 0, 1, 3, 90, 5)
        );
        var page = context.Render<DecideReorganisationPage>();
        page.FindAll("input").First(input => input.GetAttribute("maxlength") == "60").Change("19-NQ/TU");
        page.FindAll("input[type=date]")[0].Change("2025-06-16");
        page.FindAll("input[type=date]")[1].Change("2025-07-01");
        page.FindAll("input").First(input => input.GetAttribute("maxlength") == "500").Change("Hợp nhất");
        page.FindAll("input").First(input => input.GetAttribute("maxlength") == "4000").Change("a");
        page.Find("button.add-step").Click();
        Buttons(page, "Record the decision").ShouldBeEmpty();

        Buttons(page, "Show the preview").Single().Click();

        page.WaitForAssertion(() => page.Find("td[data-label=Members]").TextContent.ShouldBe("40"));
        Buttons(page, "Record the decision").ShouldHaveSingleItem();
        page.FindAll("input[type=date]")[1].Change("2025-08-01");
        Buttons(page, "Record the decision").ShouldBeEmpty();
    }

    [Fact]
    public void File_is_checked_first_and_mistakes_can_be_downloaded()
    {
        using var context = new PortalContext();
        context.Answers.On(
            "POST organization/imports/units",
            new ImportReport(
                true,
                2,
                0,
                0,
                0,
                1,
                [new ImportError(3, "code", "Hạ Đình", "unit-code", new Dictionary<string, object?>(), "…")]
            )
        );
        var page = context.Render<ImportPage>();
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("code\n", "units.csv"));

        page.WaitForAssertion(() => Buttons(page, "Check").Single().HasAttribute("disabled").ShouldBeFalse());
        Buttons(page, "Check").Single().Click();

        page.WaitForElement("a[download]").GetAttribute("href")!.ShouldStartWith("data:text/csv");
        page.Find("td[data-label=Line]").TextContent.ShouldBe("3");
        page.FindAll("td")[^1].TextContent.ShouldStartWith("Code must have 2 to 60 lower-case letters");
        Buttons(page, "Take the file over").ShouldBeEmpty();
    }

    private static IReadOnlyList<AngleSharp.Dom.IElement> Buttons<T>(IRenderedComponent<T> page, string text)
        where T : Microsoft.AspNetCore.Components.IComponent =>
        [.. page.FindAll("button").Where(button => button.TextContent.Trim() == text)];

    private static UnitView Unit(Guid id, string name, Guid? parent, int children) =>
        new(id, "x", name, name, "cell", parent, "hn/x", "x", new DateOnly(2010, 1, 1), null, children, 5, 1);
}
