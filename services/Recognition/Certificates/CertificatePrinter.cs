using Campaign.Documents;
using Campaign.Recognition.Awards;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace Campaign.Recognition.Certificates;

/// <summary>Prints an award as a certificate: A4 landscape, in Vietnamese, with a QR code to its public verification.</summary>
internal sealed class CertificatePrinter
{
    private readonly string _origin;

    /// <exception cref="InvalidOperationException"><c>Identity:PublicOrigin</c> is not configured.</exception>
    public CertificatePrinter(IConfiguration configuration) =>
        _origin = configuration["Identity:PublicOrigin"]?.TrimEnd('/')
            ?? throw new InvalidOperationException(
                "Identity:PublicOrigin is not configured: certificates need the address of their verification page."
            );

    /// <returns>The PDF file.</returns>
    public byte[] Print(Award award)
    {
        var address = $"{_origin}/verify/{award.VerificationCode}";
        using var document = new PdfDocumentBuilder();
        document.DocumentInformation.Title = $"{award.TitleName} – {award.SubjectName}";
        document.DocumentInformation.Subject = address;
        var page = document.AddPage(PageSize.A4, isPortrait: false);
        new CertificateLayout(page, new DocumentFonts(document)).Draw(award, address);
        return document.Build();
    }
}
