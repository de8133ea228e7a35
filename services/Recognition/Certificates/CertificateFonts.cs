using PdfSharp.Fonts;

namespace Campaign.Recognition.Certificates;

/// <summary>Noto Serif from this assembly: it carries every Vietnamese letter, and a server has no fonts of its own.</summary>
internal sealed class CertificateFonts : IFontResolver
{
    public const string Family = "Noto Serif";

    public FontResolverInfo ResolveTypeface(string familyName, bool bold, bool italic) =>
        new(bold ? "NotoSerif-Bold.ttf" : italic ? "NotoSerif-Italic.ttf" : "NotoSerif-Regular.ttf");

    public byte[] GetFont(string faceName)
    {
        using var stream = typeof(CertificateFonts).Assembly.GetManifestResourceStream(faceName)
            ?? throw new InvalidOperationException($"The font {faceName} is not in this assembly.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
