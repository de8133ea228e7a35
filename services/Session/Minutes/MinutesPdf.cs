using Campaign.Documents;

namespace Campaign.Sessions.Minutes;

/// <summary>The minutes as PDF.</summary>
public static class MinutesPdf
{
    private const double Size = 13;

    public static byte[] Print(MinutesPrint minutes)
    {
        using var paper = new PdfPaper($"{minutes.Title} – {minutes.Subtitle}", page => $"Trang {page}");
        Heading(paper, minutes);
        paper.Write(minutes.Title, 18, paper.Fonts.Bold, Placed.Centred);
        paper.Write(minutes.Subtitle, Size + 1, paper.Fonts.Bold, Placed.Centred);
        if (minutes.Correction is { } correction)
        {
            paper.Write(correction, Size, paper.Fonts.Italic, Placed.Centred);
        }

        paper.Skip(10);
        Figures(paper, minutes);
        foreach (var paragraph in minutes.Paragraphs)
        {
            if (paragraph.Length == 0)
            {
                paper.Skip(Size / 2);
            }
            else
            {
                paper.Write(paragraph, Size, IsHead(paragraph) ? paper.Fonts.Bold : paper.Fonts.Regular);
            }
        }

        Signatures(paper, minutes);
        return paper.Build();
    }

    /// <summary>A line in capitals is a heading, as people write them.</summary>
    internal static bool IsHead(string paragraph) =>
        paragraph.Length <= 200 && paragraph.Any(char.IsLetter) && !paragraph.Any(char.IsLower);

    private static void Heading(PdfPaper paper, MinutesPrint minutes)
    {
        var half = paper.Width / 2;
        paper.Beside(minutes.Right, Size, paper.Fonts.Bold, half, half, Size, Placed.Centred);
        paper.Beside(minutes.PlaceAndDate, Size, paper.Fonts.Italic, half, half, Size * 2.6, Placed.Centred);
        foreach (var line in minutes.Left)
        {
            paper.Write(line, Size - 1, line == minutes.Left[^1] ? paper.Fonts.Regular : paper.Fonts.Bold, Placed.Centred, 0, half - 12);
        }

        paper.Skip(26);
    }

    private static void Figures(PdfPaper paper, MinutesPrint minutes)
    {
        const double height = 44;
        var width = paper.Width / minutes.Figures.Count;
        paper.Need(height);
        for (var column = 0; column < minutes.Figures.Count; column++)
        {
            var (name, value) = minutes.Figures[column];
            paper.Box(column * width, width, height);
            paper.Beside(name, 11, paper.Fonts.Regular, (column * width) + 4, width - 8, 17, Placed.Centred);
            paper.Beside(value, 15, paper.Fonts.Bold, (column * width) + 4, width - 8, 36, Placed.Centred);
        }

        paper.Skip(height + 12);
    }

    private static void Signatures(PdfPaper paper, MinutesPrint minutes)
    {
        const double height = 130;
        paper.Skip(16);
        paper.Need(height);
        var half = paper.Width / 2;
        foreach (var (signature, left) in new[] { (minutes.Secretary, 0.0), (minutes.Chair, half) })
        {
            paper.Beside(signature.Capacity, Size, paper.Fonts.Bold, left, half, Size, Placed.Centred);
            paper.Beside(signature.Mark, 11, paper.Fonts.Italic, left, half, Size * 2.4, Placed.Centred);
            paper.Beside(signature.Name, Size, paper.Fonts.Bold, left, half, height - 14, Placed.Centred);
        }

        paper.Skip(height);
    }
}
