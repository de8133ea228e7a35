using UglyToad.PdfPig.Writer;

namespace Campaign.Documents;

/// <summary>Noto Serif from this assembly: it carries every Vietnamese letter, and a server has no fonts of its own.</summary>
public sealed class DocumentFonts(PdfDocumentBuilder document)
{
    private static readonly byte[] s_regular = Read("NotoSerif-Regular.ttf");
    private static readonly byte[] s_bold = Read("NotoSerif-Bold.ttf");
    private static readonly byte[] s_italic = Read("NotoSerif-Italic.ttf");

    public PdfDocumentBuilder.AddedFont Regular { get; } = document.AddTrueTypeFont(s_regular);
    public PdfDocumentBuilder.AddedFont Bold { get; } = document.AddTrueTypeFont(s_bold);
    public PdfDocumentBuilder.AddedFont Italic { get; } = document.AddTrueTypeFont(s_italic);

    private static byte[] Read(string name)
    {
        using var stream = typeof(DocumentFonts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is not in this assembly.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
