using Bunit;
using Campaign.Api;
using Campaign.Portal.Vocabulary;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Portal.Tests.Components;

/// <summary>Pages say the words that the services own, in the reader's language.</summary>
public sealed class CatalogueTests
{
    private static readonly CatalogueName s_colours = new("session", "colours");

    [Theory]
    [InlineData("vi", "Đỏ")]
    [InlineData("en", "Red")]
    public void A_code_is_called_what_its_owner_calls_it(string language, string name)
    {
        using var context = new PortalContext(language);
        context.Answers.Knows(s_colours, ("red", "Đỏ", "Red"));

        var said = context.Render<CodeName>(code => code.Add(c => c.Of, s_colours).Add(c => c.Code, "red"));

        said.WaitForAssertion(() => said.Markup.Trim().ShouldBe(name));
    }

    [Fact]
    public void A_code_that_the_owner_does_not_know_is_shown_as_it_is()
    {
        using var context = new PortalContext();
        context.Answers.Knows(s_colours, ("red", "Đỏ", "Red"));

        context.Render<CodeName>(code => code.Add(c => c.Of, s_colours).Add(c => c.Code, "mauve")).Markup.Trim().ShouldBe("mauve");
        context
            .Render<CodeName>(code => code.Add(c => c.Of, new CatalogueName("session", "away")).Add(c => c.Code, "red"))
            .Markup.Trim()
            .ShouldBe("red");
    }

    [Fact]
    public void A_choice_offers_what_is_in_use_and_what_was_chosen_before()
    {
        using var context = new PortalContext();
        context.Answers.On(
            "GET session/catalogues/colours",
            new Catalogue(
                "colours",
                [
                    Entry("red", "Red", new(2020, 1, 1)),
                    Entry("blue", "Blue", new(2020, 1, 1), new(2021, 1, 1)),
                    Entry("green", "Green", new(2022, 1, 1)),
                ]
            )
        );

        Offered(on: new(2020, 6, 1)).ShouldBe(["Red", "Blue"]);
        Offered(on: new(2023, 6, 1)).ShouldBe(["Red", "Green"]);
        Offered(on: new(2023, 6, 1), chosen: "blue").ShouldBe(["Red", "Green", "Blue"]);

        string[] Offered(DateOnly on, string? chosen = null)
        {
            var choice = context.Render<CatalogueChoice>(c =>
                c.Add(x => x.Of, s_colours).Add(x => x.Label, "Colour").Add(x => x.On, on).Add(x => x.Value, chosen)
            );
            return [.. choice.FindAll("option").Select(option => option.TextContent)];
        }
    }

    [Fact]
    public async Task A_catalogue_is_read_once_for_all_pages()
    {
        using var context = new PortalContext();
        context.Answers.Knows(s_colours, ("red", "Đỏ", "Red"));

        await context.Services.GetRequiredService<Catalogues>().LoadAsync(s_colours);
        await context.Services.GetRequiredService<Catalogues>().LoadAsync(s_colours);

        context.Answers.Asked.Count.ShouldBe(1);
    }

    private static CatalogueEntry Entry(string code, string name, DateOnly from, DateOnly? to = null) =>
        new(code, new Dictionary<string, string> { [CatalogueEntry.Vietnamese] = name }, from, to);
}
