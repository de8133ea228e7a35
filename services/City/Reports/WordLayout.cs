using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Campaign.City.Reports;

/// <summary>The pieces that a report is laid out with: Times New Roman 13, A4, bordered tables (Decree 30/2020, annex I).</summary>
internal static class WordLayout
{
    private const string Font = "Times New Roman";

    public static void AddStyles(MainDocumentPart main)
    {
        var fonts = new RunFonts
        {
            Ascii = Font,
            HighAnsi = Font,
            ComplexScript = Font,
            EastAsia = Font,
        };
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(fonts, new FontSize { Val = "26" }, new Languages { Val = "vi-VN" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120" }))
            ),
            new Style(
                new StyleName { Val = "heading 1" },
                new PrimaryStyle(),
                new StyleParagraphProperties(
                    new KeepNext(),
                    new SpacingBetweenLines { Before = "240", After = "120" },
                    new OutlineLevel { Val = 0 }
                ),
                new StyleRunProperties(new Bold(), new FontSize { Val = "28" })
            )
            {
                Type = StyleValues.Paragraph,
                StyleId = "Heading1",
            }
        );
    }

    public static SectionProperties A4() =>
        new(
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin
            {
                Top = 1134,
                Bottom = 1134,
                Left = 1701,
                Right = 851,
                Header = 567,
                Footer = 567,
                Gutter = 0,
            }
        );

    /// <summary>Issuing body on the left, motto on the right.</summary>
    public static Table Heading(string left, string right)
    {
        var table = new Table(
            new TableProperties(new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" }),
            new TableGrid(new GridColumn(), new GridColumn())
        );
        table.Append(new TableRow(HeadingCell(left), HeadingCell(right)));
        return table;
    }

    public static Paragraph Title(string text) => Paragraph(text, JustificationValues.Center, bold: true, size: "32");

    public static Paragraph Centred(string text) => Paragraph(text, JustificationValues.Center);

    public static Paragraph Text(string text) => Paragraph(text, JustificationValues.Both);

    public static Paragraph Section(string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = "Heading1" }), new Run(new Text(text)));

    public static Table Table(string[] header, IEnumerable<string[]> rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 },
                    new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }
                )
            ),
            new TableGrid(header.Select(_ => new GridColumn()))
        );
        table.Append(new TableRow([new TableRowProperties(new TableHeader()), .. header.Select(text => Cell(text, bold: true))]));
        table.Append(rows.Select(row => new TableRow(row.Select(text => Cell(text, bold: false)))));
        return table;
    }

    private static TableCell Cell(string text, bool bold) =>
        new(new TableCellProperties(), Paragraph(text, JustificationValues.Left, bold, size: "22", after: "40"));

    private static TableCell HeadingCell(string text) =>
        new(new TableCellProperties(), Paragraph(text, JustificationValues.Center, bold: true));

    private static Paragraph Paragraph(
        string text,
        JustificationValues alignment,
        bool bold = false,
        string? size = null,
        string? after = null
    )
    {
        var properties = new ParagraphProperties();
        if (after is not null)
        {
            properties.Append(new SpacingBetweenLines { Before = after, After = after });
        }

        properties.Append(new Justification { Val = alignment });
        var run = new RunProperties();
        if (bold)
        {
            run.Append(new Bold());
        }

        if (size is not null)
        {
            run.Append(new FontSize { Val = size });
        }

        return new Paragraph(properties, new Run(run, new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }
}
