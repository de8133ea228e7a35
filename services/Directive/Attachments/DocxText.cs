using System.IO.Compression;
using System.Text;
using System.Xml;
using Campaign.Hosting.Problems;

namespace Campaign.Directives.Attachments;

/// <summary>
/// The text of a DOCX with its headers and footers, a line a paragraph. Bounded: a small file may unfold into a huge one.
/// </summary>
internal static class DocxText
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const int MaxParts = 2000;
    private const long MaxPart = 64 * 1024 * 1024;

    /// <returns>Null for another kind of file, and for a document with macros.</returns>
    /// <exception cref="Problem"><c>attachment-unreadable</c>.</exception>
    public static string? Read(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            if (
                zip.Entries.Count > MaxParts
                || zip.GetEntry("word/document.xml") is null
                || zip.GetEntry("[Content_Types].xml") is not { } types
                || !IsDocument(types)
                || zip.Entries.Any(entry => entry.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            )
            {
                return null;
            }

            var text = new StringBuilder();
            foreach (
                var part in zip.Entries.Where(entry => IsText(entry.FullName)).OrderBy(entry => entry.FullName, StringComparer.Ordinal)
            )
            {
                Append(part, text);
            }

            return text.ToString();
        }
        catch (Exception damaged) when (damaged is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            throw AttachmentContent.Unreadable();
        }
    }

    private static bool IsText(string part) =>
        part == "word/document.xml"
        || (
            part.EndsWith(".xml", StringComparison.Ordinal)
            && (part.StartsWith("word/header", StringComparison.Ordinal) || part.StartsWith("word/footer", StringComparison.Ordinal))
        );

    private static bool IsDocument(ZipArchiveEntry types)
    {
        using var xml = Open(types);
        while (xml.Read())
        {
            if (
                xml.NodeType == XmlNodeType.Element
                && xml.GetAttribute("ContentType") == MainType
                && xml.GetAttribute("PartName") == "/word/document.xml"
            )
            {
                return true;
            }
        }

        return false;
    }

    private static void Append(ZipArchiveEntry part, StringBuilder text)
    {
        using var xml = Open(part);
        var inText = false;
        while (xml.Read() && text.Length <= AttachmentContent.MaxText)
        {
            // a paragraph begins a line and ends it: a text box lies within another paragraph
            if (xml.NamespaceURI == Word && xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                inText = xml is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false };
                text.Append(
                    xml.LocalName switch
                    {
                        "p" or "br" or "cr" => "\n",
                        "tab" => "\t",
                        _ => "",
                    }
                );
            }
            else if (inText && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(xml.Value);
            }
        }
    }

    private static XmlReader Open(ZipArchiveEntry part) =>
        XmlReader.Create(
            part.Open(),
            new XmlReaderSettings
            {
                CloseInput = true,
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MaxPart,
            }
        );
}
