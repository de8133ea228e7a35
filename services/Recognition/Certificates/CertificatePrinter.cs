using Campaign.Recognition.Awards;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Campaign.Recognition.Certificates;

/// <summary>Prints an award as a certificate: A4 landscape, in Vietnamese, with a QR code to its public verification.</summary>
internal sealed class CertificatePrinter
{
    private readonly string _origin;

    /// <exception cref="InvalidOperationException"><c>Identity:PublicOrigin</c> is not configured.</exception>
    public CertificatePrinter(IConfiguration configuration)
    {
        _origin = configuration["Identity:PublicOrigin"]?.TrimEnd('/')
            ?? throw new InvalidOperationException("Identity:PublicOrigin is not configured: certificates need the address of their verification page.");
        GlobalFontSettings.FontResolver ??= new CertificateFonts();
    }

    /// <returns>The PDF file.</returns>
    public byte[] Print(Award award)
    {
        var address = $"{_origin}/verify/{award.VerificationCode}";
        using var document = new PdfDocument();
        document.Info.Title = $"{award.TitleName} – {award.SubjectName}";
        document.Info.Subject = address;
        document.Options.CompressContentStreams = true;
        var page = document.AddPage();
        page.Size = PageSize.A4;
        page.Orientation = PageOrientation.Landscape;
        using (var graphics = XGraphics.FromPdfPage(page))
        {
            new CertificateLayout(graphics, page.Width.Point, page.Height.Point).Draw(award, address);
        }

        using var file = new MemoryStream();
        document.Save(file);
        return file.ToArray();
    }
}
