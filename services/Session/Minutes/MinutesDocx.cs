using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Campaign.Sessions.Minutes;

/// <summary>The minutes as a document for word processors, in the usual layout: to be printed, or edited by hand.</summary>
public static class MinutesDocx
{
    /// <summary>In half points.</summary>
    private const int Size = 28;

    public static byte[] Print(MinutesPrint minutes)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            main.Document = new Document(Body(minutes));
            document.PackageProperties.Title = Plain($"{minutes.Title} – {minutes.Subtitle}");
        }

        return file.ToArray();
    }

    private static Body Body(MinutesPrint minutes)
    {
        var body = new Body(
            Columns(
                lined: false,
                Cell(minutes.Left.Select(line => Line(line, JustificationValues.Center, bold: line != minutes.Left[^1], size: Size - 2))),
                Cell([
                    Line(minutes.Right, JustificationValues.Center, bold: true),
                    Line(minutes.PlaceAndDate, JustificationValues.Center, italic: true),
                ])
            ),
            Line("", JustificationValues.Center),
            Line(minutes.Title, JustificationValues.Center, bold: true, size: 36),
            Line(minutes.Subtitle, JustificationValues.Center, bold: true)
        );
        if (minutes.Correction is { } correction)
        {
            body.Append(Line(correction, JustificationValues.Center, italic: true));
        }

        body.Append(Line("", JustificationValues.Left));
        body.Append(
            Columns(
                lined: true,
                [
                    .. minutes.Figures.Select(figure =>
                        Cell([
                            Line(figure.Name, JustificationValues.Center, size: Size - 4),
                            Line(figure.Value, JustificationValues.Center, bold: true),
                        ])
                    ),
                ]
            )
        );
        foreach (var paragraph in minutes.Paragraphs)
        {
            body.Append(Line(paragraph, JustificationValues.Both, bold: MinutesPdf.IsHead(paragraph)));
        }

        body.Append(Line("", JustificationValues.Left));
        body.Append(Columns(lined: false, SignatureCell(minutes.Secretary), SignatureCell(minutes.Chair)));
        body.Append(Line("", JustificationValues.Left));
        // A4, with the margins of official documents: 2 cm, 3 cm on the left
        body.Append(
            new SectionProperties(
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
            )
        );
        return body;
    }

    private static TableCell SignatureCell(Signature signature) =>
        Cell([
            Line(signature.Capacity, JustificationValues.Center, bold: true),
            Line(signature.Mark, JustificationValues.Center, italic: true, size: Size - 4),
            Line("", JustificationValues.Center),
            Line("", JustificationValues.Center),
            Line("", JustificationValues.Center),
            Line(signature.Name, JustificationValues.Center, bold: true),
        ]);

    private static Table Columns(bool lined, params TableCell[] cells)
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

        return new Table(
            properties,
            new TableGrid(cells.Select(_ => new GridColumn { Width = $"{9071 / cells.Length}" })),
            new TableRow(cells)
        );
    }

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };

    private static TableCell Cell(IEnumerable<Paragraph> lines) =>
        new([new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Auto }), .. lines]);

    private static Paragraph Line(string text, JustificationValues placed, bool bold = false, bool italic = false, int size = Size)
    {
        var properties = new RunProperties();
        if (bold)
        {
            properties.Append(new Bold());
        }

        if (italic)
        {
            properties.Append(new Italic());
        }

        properties.Append(new FontSize { Val = $"{size}" });
        return new Paragraph(
            new ParagraphProperties(new Justification { Val = placed }),
            new Run(properties, new Text(Plain(text)) { Space = SpaceProcessingModeValues.Preserve })
        );
    }

    // the font that official documents are written in; wherever it is missing the reader takes one of the same widths
    private static Styles Styles() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = "Times New Roman",
                            HighAnsi = "Times New Roman",
                            ComplexScript = "Times New Roman",
                        },
                        new FontSize { Val = $"{Size}" },
                        new Languages { Val = "vi-VN" }
                    )
                ),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "60", After = "60" }))
            )
        );

    // the format cannot hold control characters
    private static string Plain(string text) =>
        string.Concat(text.Normalize().Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter)));
}
