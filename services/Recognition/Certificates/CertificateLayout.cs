using System.Globalization;
using System.Text;
using Campaign.Contracts;
using Campaign.Recognition.Awards;
using PdfSharp.Drawing;
using QRCoder;

namespace Campaign.Recognition.Certificates;

/// <summary>Where everything stands on the sheet; lengths are in points.</summary>
internal sealed class CertificateLayout(XGraphics graphics, double width, double height)
{
    private const double Margin = 28;
    private const double TextWidth = 620;
    private const double QrSize = 84;
    private const int MaxAchievementLines = 4;

    private static readonly XColor s_red = XColor.FromArgb(176, 28, 36);
    private static readonly XColor s_gold = XColor.FromArgb(191, 145, 45);
    private static readonly XColor s_ink = XColor.FromArgb(38, 34, 30);

    public void Draw(Award award, string address)
    {
        var decision = award.Decision!;
        Frame();
        Centred(decision.IssuerName.ToUpper(CultureInfo.GetCultureInfo("vi-VN")), 78, 15, XFontStyleEx.Bold, s_ink);
        graphics.DrawLine(new XPen(s_gold, 1), (width / 2) - 60, 90, (width / 2) + 60, 90);
        Centred("TẶNG", 126, 15, XFontStyleEx.Regular, s_ink);
        Fitted(award.TitleName.ToUpper(CultureInfo.GetCultureInfo("vi-VN")), 182, 44, s_red);
        Fitted(award.SubjectName, 240, 28, s_ink);
        if (award.SubjectKind == SubjectKinds.Member)
        {
            Centred(award.UnitName, 266, 14, XFontStyleEx.Italic, s_ink);
        }

        Achievement(award.Achievement, 304);
        Centred($"Theo Quyết định số {decision.Number} ngày {decision.SignedOn.Day:00} tháng {decision.SignedOn.Month:00} năm {decision.SignedOn.Year}",
            412, 12, XFontStyleEx.Regular, s_ink);
        Centred("Người ký", 450, 12, XFontStyleEx.Italic, s_ink, width - 230);
        Centred(decision.Signer, 520, 15, XFontStyleEx.Bold, s_ink, width - 230);
        Verification(award.VerificationCode, address);
    }

    private void Frame()
    {
        graphics.DrawRectangle(new XPen(s_red, 3), Margin, Margin, width - (2 * Margin), height - (2 * Margin));
        graphics.DrawRectangle(new XPen(s_gold, 1), Margin + 7, Margin + 7, width - (2 * Margin) - 14, height - (2 * Margin) - 14);
    }

    private void Verification(string code, string address)
    {
        var (left, top) = (Margin + 34, height - Margin - 44 - QrSize);
        using var generator = new QRCodeGenerator();
        using var qr = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var module = QrSize / qr.ModuleMatrix.Count;
        for (var row = 0; row < qr.ModuleMatrix.Count; row++)
        {
            for (var column = 0; column < qr.ModuleMatrix.Count; column++)
            {
                if (qr.ModuleMatrix[row][column])
                {
                    graphics.DrawRectangle(XBrushes.Black, left + (column * module), top + (row * module), module, module);
                }
            }
        }

        var font = Font(8, XFontStyleEx.Regular);
        graphics.DrawString($"Mã xác thực: {code}", font, new XSolidBrush(s_ink), left + 4, top + QrSize + 12);
        graphics.DrawString(address, font, new XSolidBrush(s_ink), left + 4, top + QrSize + 23);
    }

    private void Achievement(string text, double top)
    {
        var font = Font(16, XFontStyleEx.Italic);
        var lines = TextLines.Wrap($"Đã có thành tích: {text}", MaxAchievementLines, line => graphics.MeasureString(line, font).Width <= TextWidth);
        for (var line = 0; line < lines.Count; line++)
        {
            Centred(lines[line], top + (line * 25), 16, XFontStyleEx.Italic, s_ink);
        }
    }

    // a long name is set smaller instead of being cut
    private void Fitted(string text, double baseline, double size, XColor colour)
    {
        var natural = graphics.MeasureString(Composed(text), Font(size, XFontStyleEx.Bold)).Width;
        Centred(text, baseline, Math.Min(size, size * (width - (2 * Margin) - 60) / natural), XFontStyleEx.Bold, colour);
    }

    private void Centred(string text, double baseline, double size, XFontStyleEx style, XColor colour, double? centre = null) =>
        graphics.DrawString(Composed(text), Font(size, style), new XSolidBrush(colour), new XPoint(centre ?? (width / 2), baseline), XStringFormats.BaseLineCenter);

    // the font has composed Vietnamese letters; combining marks would stand beside them
    private static string Composed(string text) => text.Normalize(NormalizationForm.FormC);

    private static XFont Font(double size, XFontStyleEx style) => new(CertificateFonts.Family, size, style);
}
