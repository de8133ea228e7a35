using Campaign.Documents;

namespace Campaign.Sessions.Minutes;

/// <summary>The minutes as a document for word processors, in the usual layout: to be printed, or edited by hand.</summary>
public static class MinutesDocx
{
    private const double Size = 14;

    private static readonly WordLine s_blank = new("");

    public static byte[] Print(MinutesPrint minutes)
    {
        var paper = new WordPaper($"{minutes.Title} – {minutes.Subtitle}", Size);
        paper.Columns(
            lined: false,
            minutes.Left.Select(line => new WordLine(line, Bold: line != minutes.Left[^1], Size: Size - 1)),
            [new WordLine(minutes.Right, Bold: true), new WordLine(minutes.PlaceAndDate, Italic: true)]
        );
        paper.Write(s_blank, new WordLine(minutes.Title, Bold: true, Size: Size + 4), new WordLine(minutes.Subtitle, Bold: true));
        if (minutes.Correction is { } correction)
        {
            paper.Write(new WordLine(correction, Italic: true));
        }

        paper.Write(s_blank);
        paper.Columns(
            lined: true,
            [
                .. minutes.Figures.Select(figure =>
                    (IEnumerable<WordLine>)[new WordLine(figure.Name, Size: Size - 2), new WordLine(figure.Value, Bold: true)]
                ),
            ]
        );
        foreach (var paragraph in minutes.Paragraphs)
        {
            paper.Text(paragraph, bold: MinutesPdf.IsHead(paragraph));
        }

        paper.Write(s_blank);
        paper.Columns(lined: false, Signed(minutes.Secretary), Signed(minutes.Chair));
        paper.Write(s_blank);
        return paper.Build();
    }

    private static IEnumerable<WordLine> Signed(Signature signature) =>
        [
            new WordLine(signature.Capacity, Bold: true),
            new WordLine(signature.Mark, Italic: true, Size: Size - 2),
            s_blank,
            s_blank,
            s_blank,
            new WordLine(signature.Name, Bold: true),
        ];
}
