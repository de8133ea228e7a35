using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Campaign.Documents;

/// <summary>Where a text stands on its line.</summary>
public enum Placed
{
    Left,
    Centred,
    Right,
}

/// <summary>
/// A document of A4 pages that is written from top to bottom; a new page begins where the text needs one. Lengths are in points.
/// </summary>
public sealed class PdfPaper : IDisposable
{
    public const double Margin = 56;
    private const double Leading = 1.4;

    private readonly PdfDocumentBuilder _document = new();
    private readonly Func<int, string>? _foot;
    private PdfPageBuilder _page;

    /// <param name="title">Of the document's properties.</param>
    /// <param name="foot">What stands at the foot of each page, given its number.</param>
    public PdfPaper(string title, Func<int, string>? foot = null)
    {
        _foot = foot;
        _document.DocumentInformation.Title = title;
        Fonts = new DocumentFonts(_document);
        _page = NewPage();
    }

    public DocumentFonts Fonts { get; }

    public double Width => _page.PageSize.Width - (2 * Margin);

    /// <summary>Where the next line's top is, from the bottom of the page.</summary>
    public double Top { get; private set; }

    public int Pages { get; private set; }

    /// <summary>Begins a new page unless this much room is left; tells whether it did.</summary>
    public bool Need(double height)
    {
        if (Top - height >= Margin)
        {
            return false;
        }

        _page = NewPage();
        return true;
    }

    public void Skip(double height) => Top -= height;

    /// <summary>A text that is broken into as many lines as it needs.</summary>
    /// <param name="left">Where its column begins, from the left margin.</param>
    /// <param name="width">Of its column; the rest of the line when left out.</param>
    public void Write(
        string text,
        double size,
        PdfDocumentBuilder.AddedFont font,
        Placed placed = Placed.Left,
        double left = 0,
        double? width = null
    )
    {
        var room = width ?? (Width - left);
        foreach (var line in TextLines.Wrap(text, int.MaxValue, line => WidthOf(line, size, font) <= room))
        {
            Need(size * Leading);
            At(line, size, font, placed, left, room, Top - size);
            Skip(size * Leading);
        }
    }

    /// <summary>One line beside what stands there already, made smaller when it is too long; the place of the next line stays.</summary>
    /// <param name="down">How far below <see cref="Top"/> its baseline is.</param>
    public void Beside(
        string text,
        double size,
        PdfDocumentBuilder.AddedFont font,
        double left,
        double width,
        double down,
        Placed placed = Placed.Left
    )
    {
        var wide = WidthOf(text, size, font);
        At(text, wide > width ? size * width / wide : size, font, placed, left, width, Top - down);
    }

    public void Box(double left, double width, double height) =>
        _page.DrawRectangle(new PdfPoint(Margin + left, Top - height), width, height, 0.6);

    public void Rule(double left, double width) =>
        _page.DrawLine(new PdfPoint(Margin + left, Top), new PdfPoint(Margin + left + width, Top), 0.8);

    /// <returns>The PDF file.</returns>
    public byte[] Build() => _document.Build();

    public void Dispose() => _document.Dispose();

    private PdfPageBuilder NewPage()
    {
        _page = _document.AddPage(PageSize.A4);
        Pages++;
        Top = _page.PageSize.Height - Margin;
        if (_foot is { } foot)
        {
            At(foot(Pages), 9, Fonts.Italic, Placed.Right, 0, Width, Margin / 2);
        }

        return _page;
    }

    private void At(string text, double size, PdfDocumentBuilder.AddedFont font, Placed placed, double left, double width, double baseline)
    {
        var printable = Printable.Of(text);
        if (printable.Length == 0)
        {
            return;
        }

        var offset = placed switch
        {
            Placed.Centred => (width - WidthOf(printable, size, font)) / 2,
            Placed.Right => width - WidthOf(printable, size, font),
            _ => 0,
        };
        _page.AddText(printable, size, new PdfPoint(Margin + left + offset, baseline), font);
    }

    private double WidthOf(string text, double size, PdfDocumentBuilder.AddedFont font) =>
        text.Length == 0 ? 0 : _page.MeasureText(Printable.Of(text), size, new PdfPoint(0, 0), font)[^1].EndBaseLine.X;
}
