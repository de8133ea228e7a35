using System.Globalization;
using Campaign.Contracts;
using Campaign.Documents;
using Campaign.Recognition.Awards;
using QRCoder;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace Campaign.Recognition.Certificates;

/// <summary>Where everything stands on the sheet; lengths are in points from the lower left corner.</summary>
internal sealed class CertificateLayout(PdfPageBuilder page, DocumentFonts fonts)
{
    private const double Margin = 28;
    private const double TextWidth = 620;
    private const double QrSize = 84;
    private const int MaxAchievementLines = 4;

    private static readonly CultureInfo s_vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly (byte, byte, byte) s_red = (176, 28, 36);
    private static readonly (byte, byte, byte) s_gold = (191, 145, 45);
    private static readonly (byte, byte, byte) s_ink = (38, 34, 30);

    private double Width => page.PageSize.Width;

    private double Height => page.PageSize.Height;

    public void Draw(Award award, string address)
    {
        var decision = award.Decision!;
        Frame();
        Fitted(decision.IssuerName.ToUpper(s_vietnamese), Height - 78, 15, s_ink);
        page.DrawLine(new PdfPoint((Width / 2) - 60, Height - 90), new PdfPoint((Width / 2) + 60, Height - 90));
        Centred("TẶNG", Height - 126, 15, fonts.Regular, s_ink);
        Fitted(award.TitleName.ToUpper(s_vietnamese), Height - 182, 44, s_red);
        Fitted(award.SubjectName, Height - 240, 28, s_ink);
        if (award.SubjectKind == SubjectKinds.Member)
        {
            Centred(award.UnitName, Height - 266, 14, fonts.Italic, s_ink);
        }

        Achievement(award.Achievement, Height - 304);
        Centred(
            $"Theo Quyết định số {decision.Number} ngày {decision.SignedOn.Day:00} tháng {decision.SignedOn.Month:00} năm "
                + $"{decision.SignedOn.Year}",
            Height - 412,
            12,
            fonts.Regular,
            s_ink
        );
        Centred("Người ký", Height - 450, 12, fonts.Italic, s_ink, Width - 230);
        Centred(decision.Signer, Height - 520, 15, fonts.Bold, s_ink, Width - 230);
        Verification(award.VerificationCode, address);
    }

    private void Frame()
    {
        Border(Margin, 3, s_red);
        Border(Margin + 7, 1, s_gold);
    }

    private void Border(double inset, double line, (byte Red, byte Green, byte Blue) colour)
    {
        page.SetStrokeColor(colour.Red, colour.Green, colour.Blue);
        page.DrawRectangle(new PdfPoint(inset, inset), Width - (2 * inset), Height - (2 * inset), line);
    }

    private void Verification(string code, string address)
    {
        const double left = Margin + 34;
        const double bottom = Margin + 44;
        using var generator = new QRCodeGenerator();
        using var qr = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var module = QrSize / qr.ModuleMatrix.Count;
        page.SetStrokeColor(0, 0, 0);
        page.SetTextAndFillColor(0, 0, 0);
        for (var row = 0; row < qr.ModuleMatrix.Count; row++)
        {
            for (var column = 0; column < qr.ModuleMatrix.Count; column++)
            {
                if (qr.ModuleMatrix[row][column])
                {
                    page.DrawRectangle(
                        new PdfPoint(left + (column * module), bottom + QrSize - ((row + 1) * module)),
                        module,
                        module,
                        0.01,
                        fill: true
                    );
                }
            }
        }

        Text($"Mã xác thực: {code}", left, bottom - 10, 8, fonts.Regular, s_ink);
        Text(address, left, bottom - 21, 8, fonts.Regular, s_ink);
    }

    private void Achievement(string text, double top)
    {
        var lines = TextLines.Wrap($"Đã có thành tích: {text}", MaxAchievementLines, line => WidthOf(line, 16, fonts.Italic) <= TextWidth);
        for (var line = 0; line < lines.Count; line++)
        {
            Centred(lines[line], top - (line * 25), 16, fonts.Italic, s_ink);
        }
    }

    // a long name is set smaller instead of being cut
    private void Fitted(string text, double baseline, double size, (byte, byte, byte) colour) =>
        Centred(text, baseline, Math.Min(size, size * (Width - (2 * Margin) - 60) / WidthOf(text, size, fonts.Bold)), fonts.Bold, colour);

    private void Centred(
        string text,
        double baseline,
        double size,
        PdfDocumentBuilder.AddedFont font,
        (byte, byte, byte) colour,
        double? centre = null
    ) => Text(text, (centre ?? (Width / 2)) - (WidthOf(text, size, font) / 2), baseline, size, font, colour);

    private void Text(
        string text,
        double left,
        double baseline,
        double size,
        PdfDocumentBuilder.AddedFont font,
        (byte Red, byte Green, byte Blue) colour
    )
    {
        page.SetTextAndFillColor(colour.Red, colour.Green, colour.Blue);
        page.AddText(Printable.Of(text), size, new PdfPoint(left, baseline), font);
    }

    private double WidthOf(string text, double size, PdfDocumentBuilder.AddedFont font) =>
        page.MeasureText(Printable.Of(text), size, new PdfPoint(0, 0), font)[^1].EndBaseLine.X;
}
