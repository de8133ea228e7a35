using AngleSharp.Html.Parser;
using Bunit;
using Campaign.Api.Directive;
using Campaign.Portal.Directives;
using Microsoft.AspNetCore.Components.Forms;

namespace Campaign.Portal.Tests.Components;

public sealed class DocumentTests
{
    private static readonly Guid s_id = Guid.Parse("00000000-0000-0000-0000-000000000001");

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("<svg/onload=alert(1)>\n\n<iframe src=\"https://evil.example\"></iframe>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt&colon;alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:x \"t\")\n\n[y][z]\n\n[z]: javascript:alert(1)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](https://evil.example/track.png)")]
    [InlineData("[x](//evil.example) [y](/sign-out)")]
    [InlineData("[x](https://a.example/\"onmouseover=\"alert(1))")]
    [InlineData("| a | b |\n|---|---|\n| <b onclick=x>1</b> | [c](javascript:1) |")]
    public void Nothing_in_a_text_becomes_a_script_a_picture_or_a_way_elsewhere(string markdown)
    {
        var page = new HtmlParser().ParseDocument(SafeMarkdown.Render(markdown).Value);

        page.QuerySelectorAll("script, img, svg, iframe, object, style, form, input, link, meta").ShouldBeEmpty();
        var attributes = page.All.SelectMany(element => element.Attributes.Select(attribute => attribute.Name)).Distinct().ToList();
        attributes.ShouldBeSubsetOf(["href", "rel", "title", "style", "class"]);
        page.QuerySelectorAll("a")
            .Select(link => link.GetAttribute("href")!)
            .ShouldAllBe(href =>
                href.StartsWith("https:", StringComparison.Ordinal)
                || href.StartsWith("http:", StringComparison.Ordinal)
                || href.StartsWith("mailto:", StringComparison.Ordinal)
            );
    }

    [Fact]
    public void Text_is_laid_out_below_the_page_s_own_headings()
    {
        var html = SafeMarkdown
            .Render("# Mục đích\n\n- **Học tập**\n- [Trang](https://thanhxuan.example)\n\n| Việc | Hạn |\n|---|---|\n| A | B |")
            .Value;
        var page = new HtmlParser().ParseDocument(html);

        page.QuerySelector("h3")!.TextContent.ShouldBe("Mục đích");
        page.QuerySelectorAll("li").Length.ShouldBe(2);
        page.QuerySelector("a")!.GetAttribute("rel").ShouldBe("noopener noreferrer nofollow");
        page.QuerySelectorAll("td").Length.ShouldBe(2);
    }

    [Fact]
    public void Text_that_is_nested_without_end_is_shown_as_it_is() =>
        SafeMarkdown.Render(new string('>', 20_000) + "<script>").Value.ShouldNotContain("<script>");

    [Fact]
    public void Draft_takes_a_file_and_an_issued_document_only_gives_it()
    {
        using var context = new PortalContext();
        context.SignIn("district-officer@hn/thanh-xuan");
        context.Answers.On(
            $"GET directive/directives/{s_id}/attachment",
            new AttachmentView("Kế hoạch.pdf", "application/pdf", 2048, "", DateTimeOffset.UnixEpoch)
        );
        context.Answers.On(
            $"PUT directive/directives/{s_id}/attachment",
            new DirectiveView(
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
                8
            )
        );
        var issued = context.Render<AttachedFile>(parameters => parameters.Add(f => f.Directive, s_id).Add(f => f.Version, 7));
        issued.WaitForElement("a[download]").GetAttribute("href").ShouldBe($"/api/v1/directive/directives/{s_id}/attachment/content");
        issued.FindAll("input").ShouldBeEmpty();

        var draft = context.Render<AttachedFile>(parameters =>
            parameters.Add(f => f.Directive, s_id).Add(f => f.Version, 7).Add(f => f.MayAttach, true)
        );
        draft.WaitForElement("input[type=file]");
        draft.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("%PDF-", "Kế hoạch.pdf"));
        draft.WaitForAssertion(() => draft.FindAll(".action button")[0].HasAttribute("disabled").ShouldBeFalse());
        draft.FindAll(".action button")[0].Click();

        draft.WaitForAssertion(() => context.Answers.Bodies.ShouldBe(["%PDF-"]));
    }
}
