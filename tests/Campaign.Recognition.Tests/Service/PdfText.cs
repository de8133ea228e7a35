using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Campaign.Recognition.Tests.Service;

/// <summary>Reads a sheet as a text extractor does.</summary>
internal static class PdfText
{
    public static string Of(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return ContentOrderTextExtractor.GetText(document.GetPage(1));
    }

    /// <summary>Filled squares narrower than five points: the modules of the QR code.</summary>
    public static int SmallSquares(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document
            .GetPage(1)
            .Paths.Count(path =>
                path.IsFilled && path.GetBoundingRectangle() is { } box && box.Width < 5 && Math.Abs(box.Width - box.Height) < 0.01
            );
    }

    public static (int Pages, double Width, double Height) Size(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        Page page = document.GetPage(1);
        return (document.NumberOfPages, page.Width, page.Height);
    }
}
