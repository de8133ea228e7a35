using System.IO.Compression;
using System.Text;
using Campaign.Documents;

namespace Campaign.Directives.Tests.Files;

/// <summary>Files as offices send them, made for the test.</summary>
internal static class SampleFiles
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <param name="corner">Stands in the corner beside the heading.</param>
    public static byte[] Pdf(string text, string? corner = null)
    {
        using var paper = new PdfPaper("Kế hoạch");
        if (corner is not null)
        {
            paper.Beside(corner, 12, paper.Fonts.Regular, 0, 80, 12);
        }

        paper.Beside("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, paper.Fonts.Regular, 180, 300, 12);
        paper.Skip(30);
        paper.Write(text, 12, paper.Fonts.Regular);
        return paper.Build();
    }

    public static byte[] Docx(string paragraphs, string header = "", string contentType = Word, params (string Name, byte[] Content)[] more)
    {
        const string Open = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                zip,
                "[Content_Types].xml",
                Encoding.UTF8.GetBytes(
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
                        + $"PartName=\"/word/document.xml\" ContentType=\"{contentType}\"/></Types>"
                )
            );
            Add(zip, "word/document.xml", Encoding.UTF8.GetBytes($"{Open}{paragraphs}</w:body></w:document>"));
            Add(zip, "word/header1.xml", Encoding.UTF8.GetBytes($"{Open}{header}</w:body></w:document>"));
            foreach (var (name, content) in more)
            {
                Add(zip, name, content);
            }
        }

        return bytes.ToArray();
    }

    public static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(content);
    }
}
