using System.Net;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Campaign.Portal.Directives;

/// <summary>
/// The text of a document as a page shows it. Whoever writes a document writes no page: HTML stands as it was typed, links lead
/// to the web or to a mailbox and say no more, pictures are their words.
/// </summary>
public static class SafeMarkdown
{
    private static readonly string[] s_schemes = ["http", "https", "mailto"];
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras()
        .DisableHtml()
        .Build();

    public static MarkupString Render(string text)
    {
        try
        {
            var document = Markdown.Parse(text, s_pipeline);
            foreach (var heading in document.Descendants<HeadingBlock>())
            {
                // the page has its own first two levels
                heading.Level = Math.Min(heading.Level + 2, 6);
            }

            foreach (var link in document.Descendants<LinkInline>().ToList())
            {
                Check(link);
            }

            foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)).ToList())
            {
                link.ReplaceBy(new LiteralInline(link.Url));
            }

            return (MarkupString)document.ToHtml(s_pipeline);
        }
        catch (ArgumentException)
        {
            // nested deeper than anybody writes
            return (MarkupString)$"<p>{WebUtility.HtmlEncode(text)}</p>";
        }
    }

    private static void Check(LinkInline link)
    {
        if (link.IsImage || !IsSafe(link.Url))
        {
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
            return;
        }

        Markdig.Renderers.Html.HtmlAttributesExtensions.GetAttributes(link).AddProperty("rel", "noopener noreferrer nofollow");
    }

    private static bool IsSafe(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && s_schemes.Contains(address.Scheme);
}
