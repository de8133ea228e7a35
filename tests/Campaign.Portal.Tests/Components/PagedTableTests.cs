using Bunit;
using Campaign.Api;
using Campaign.Portal.Shared;

namespace Campaign.Portal.Tests.Components;

public sealed class PagedTableTests
{
    private static readonly Dictionary<string, Page<int>> s_pages = new() { [""] = new([1, 2], "b"), ["b"] = new([3], null) };

    [Fact]
    public void It_goes_to_the_next_page_and_back()
    {
        using var context = new PortalContext();
        var table = Render(context, "key");
        Numbers(table).ShouldBe(["1", "2"]);

        table.FindAll("nav button")[1].Click();
        table.WaitForAssertion(() => Numbers(table).ShouldBe(["3"]));
        table.FindAll("nav button")[1].HasAttribute("disabled").ShouldBeTrue();

        table.FindAll("nav button")[0].Click();
        table.WaitForAssertion(() => Numbers(table).ShouldBe(["1", "2"]));
    }

    [Fact]
    public void Another_filter_starts_at_the_first_page()
    {
        using var context = new PortalContext();
        var table = Render(context, "key");
        table.FindAll("nav button")[1].Click();
        table.WaitForAssertion(() => Numbers(table).ShouldBe(["3"]));

        table.Render(parameters => Parameters(parameters, "other"));

        table.WaitForAssertion(() => Numbers(table).ShouldBe(["1", "2"]));
    }

    [Fact]
    public void An_empty_list_says_so()
    {
        using var context = new PortalContext();
        var table = context.Render<PagedTable<int>>(parameters =>
            Parameters(parameters, "key", (_, _) => Task.FromResult(new Page<int>([], null)))
        );

        table.Find(".empty").TextContent.ShouldBe("nothing");
    }

    private static IRenderedComponent<PagedTable<int>> Render(PortalContext context, string key) =>
        context.Render<PagedTable<int>>(parameters => Parameters(parameters, key));

    private static ComponentParameterCollectionBuilder<PagedTable<int>> Parameters(
        ComponentParameterCollectionBuilder<PagedTable<int>> parameters,
        string key,
        Func<string?, CancellationToken, Task<Page<int>>>? load = null
    ) =>
        parameters
            .Add(t => t.Key, key)
            .Add(t => t.Load, load ?? ((cursor, _) => Task.FromResult(s_pages[cursor ?? ""])))
            .Add(t => t.Caption, "numbers")
            .Add(t => t.Empty, "nothing")
            .Add(t => t.Head, "<th>n</th>")
            .Add(t => t.Row, number => $"<td>{number}</td>");

    private static IEnumerable<string> Numbers(IRenderedComponent<PagedTable<int>> table) =>
        table.FindAll("td").Select(cell => cell.TextContent);
}
