using System.Diagnostics;
using System.Text;
using Campaign.Api.Directive;
using Campaign.Hosting.Problems;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Campaign.Directives.Attachments;

/// <summary>
/// The text of a PDF, line by line. What stands apart on one height makes lines of their own: a stamp in the corner beside the
/// heading is read as the stamp that it is.
/// </summary>
internal static class PdfText
{
    private const int MaxPages = 2000;

    /// <summary>A file may be made to keep its reader busy.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>In heights of a word; words of one line stand closer.</summary>
    private const double Gap = 1.5;

    /// <exception cref="Problem"><c>attachment-unreadable</c> or <c>attachment-pages</c>.</exception>
    public static string Read(byte[] file)
    {
        var text = new StringBuilder();
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var document = PdfDocument.Open(file);
            if (document.NumberOfPages is < 1 or > MaxPages)
            {
                throw new Problem(DirectiveProblems.AttachmentPages, ("max", MaxPages));
            }

            foreach (var page in document.GetPages())
            {
                foreach (var line in Lines(page))
                {
                    text.Append(line).Append('\n');
                }

                if (text.Length > AttachmentContent.MaxText)
                {
                    break;
                }

                if (Stopwatch.GetElapsedTime(started) > s_patience)
                {
                    throw AttachmentContent.Unreadable();
                }
            }
        }
        catch (Exception damaged) when (damaged is not Problem and not OutOfMemoryException)
        {
            // the reader meets a damaged file with whatever it stumbles over
            throw AttachmentContent.Unreadable();
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(Page page)
    {
        var heights = page.GetWords().GroupBy(word => Math.Round(word.BoundingBox.Bottom / 3)).OrderByDescending(group => group.Key);
        foreach (var height in heights)
        {
            var line = new List<Word>();
            foreach (var word in height.OrderBy(word => word.BoundingBox.Left))
            {
                if (
                    line.Count > 0
                    && word.BoundingBox.Left - line[^1].BoundingBox.Right
                        > Gap * Math.Max(word.BoundingBox.Height, line[^1].BoundingBox.Height)
                )
                {
                    yield return string.Join(' ', line.Select(part => part.Text));
                    line.Clear();
                }

                line.Add(word);
            }

            yield return string.Join(' ', line.Select(part => part.Text));
        }
    }
}
