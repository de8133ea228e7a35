using Campaign.Texts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Campaign.Documents;

/// <summary>A line of a Word document. <paramref name="Size"/> in points; the document's own when left out.</summary>
public sealed record WordLine(string Text, Placed Placed = Placed.Centred, bool Bold = false, bool Italic = false, double? Size = null);

/// <summary>
/// A Word document in the layout of official ones (Decree 30/2020, annex I): Times New Roman, A4, 2 cm of margin and 3 cm on the left.
/// Written from top to bottom, to be printed or edited by hand.
/// </summary>
/// <param name="title">Of the document's properties.</param>
/// <param name="size">Of its text, in points.</param>
public sealed class WordPaper(string title, double size)
{
    private const string Font = "Times New Roman";

    private readonly Body _body = new();

    public void Write(params IEnumerable<WordLine> lines) => _body.Append(lines.Select(Paragraph));

    /// <summary>A paragraph that reaches both margins.</summary>
    public void Text(string text, bool bold = false) => _body.Append(Paragraph(new WordLine(text, Bold: bold), JustificationValues.Both));

    /// <summary>A heading, which word processors list.</summary>
    public void Section(string text) =>
        _body.Append(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Heading1" }), new Run(Letters(text))));

    /// <summary>Blocks of lines beside each other.</summary>
    public void Columns(bool lined, params IReadOnlyList<IEnumerable<WordLine>> blocks) =>
        _body.Append(Table(lined, blocks.Count, [new TableRow(blocks.Select(block => Cell(block.Select(Paragraph))))]));

    /// <summary>A table whose header stands on every page that it reaches.</summary>
    public void Table(string[] header, IEnumerable<string[]> rows) =>
        _body.Append(
            Table(
                lined: true,
                header.Length,
                [
                    new TableRow([new TableRowProperties(new TableHeader()), .. header.Select(text => Cell(text, bold: true))]),
                    .. rows.Select(row => new TableRow(row.Select(text => Cell(text, bold: false)))),
                ]
            )
        );

    /// <returns>The file.</returns>
    public byte[] Build()
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            _body.Append(A4());
            main.Document = new Document(_body);
            document.PackageProperties.Title = Plain(title);
        }

        return file.ToArray();
    }

    private static Table Table(bool lined, int columns, IEnumerable<TableRow> rows)
    {
        var properties = new TableProperties(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct });
        if (lined)
        {
            properties.Append(
                new TableBorders(
                    Border<TopBorder>(),
                    Border<LeftBorder>(),
                    Border<BottomBorder>(),
                    Border<RightBorder>(),
                    Border<InsideHorizontalBorder>(),
                    Border<InsideVerticalBorder>()
                )
            );
        }

        var width = $"{9071 / columns}";
        return new([properties, new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn { Width = width })), .. rows]);
    }

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };

    private TableCell Cell(string text, bool bold) => Cell([Paragraph(new WordLine(text, Placed.Left, bold, Size: size - 2))]);

    private static TableCell Cell(IEnumerable<Paragraph> lines) =>
        new([new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Auto }), .. lines]);

    private static Paragraph Paragraph(WordLine line) =>
        Paragraph(
            line,
            line.Placed switch
            {
                Placed.Left => JustificationValues.Left,
                Placed.Right => JustificationValues.Right,
                _ => JustificationValues.Center,
            }
        );

    private static Paragraph Paragraph(WordLine line, JustificationValues placed)
    {
        var letters = new RunProperties();
        if (line.Bold)
        {
            letters.Append(new Bold());
        }

        if (line.Italic)
        {
            letters.Append(new Italic());
        }

        if (line.Size is { } size)
        {
            letters.Append(HalfPoints(size));
        }

        return new Paragraph(new ParagraphProperties(new Justification { Val = placed }), new Run(letters, Letters(line.Text)));
    }

    private static Text Letters(string text) => new(Plain(text)) { Space = SpaceProcessingModeValues.Preserve };

    private static FontSize HalfPoints(double points) => new() { Val = $"{(int)(points * 2)}" };

    // wherever the font is missing the reader takes one of the same widths
    private Styles Styles() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = Font,
                            HighAnsi = Font,
                            ComplexScript = Font,
                            EastAsia = Font,
                        },
                        HalfPoints(size),
                        new Languages { Val = "vi-VN" }
                    )
                ),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "60", After = "60" }))
            ),
            new Style(
                new StyleName { Val = "heading 1" },
                new PrimaryStyle(),
                new StyleParagraphProperties(
                    new KeepNext(),
                    new SpacingBetweenLines { Before = "240", After = "120" },
                    new OutlineLevel { Val = 0 }
                ),
                new StyleRunProperties(new Bold(), HalfPoints(size + 1))
            )
            {
                Type = StyleValues.Paragraph,
                StyleId = "Heading1",
            }
        );

    private static SectionProperties A4() =>
        new(
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin
            {
                Top = 1134,
                Bottom = 1134,
                Left = 1701,
                Right = 1134,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            }
        );

    // the format cannot hold control characters
    private static string Plain(string text) =>
        string.Concat(TypedText.Composed(text).Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter)));
}
