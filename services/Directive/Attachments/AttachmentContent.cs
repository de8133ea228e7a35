using Campaign.Api.Directive;
using Campaign.Hosting.Problems;

namespace Campaign.Directives.Attachments;

/// <summary>What a file is, and what can be read of it.</summary>
internal sealed record AttachmentContent(string ContentType, string Extension, string Text)
{
    /// <summary>Letters; the beginning of a longer text is searched.</summary>
    public const int MaxText = 1_000_000;

    public const string Pdf = "application/pdf";
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Looks into the file: its name says nothing.</summary>
    /// <exception cref="Problem"><c>attachment-type</c>, <c>attachment-unreadable</c> or <c>attachment-pages</c> (422).</exception>
    public static AttachmentContent Read(byte[] file)
    {
        if (file.AsSpan().StartsWith("%PDF-"u8))
        {
            return new AttachmentContent(Pdf, ".pdf", PdfText.Read(file));
        }

        if (file.AsSpan().StartsWith("PK\u0003\u0004"u8) && DocxText.Read(file) is { } text)
        {
            return new AttachmentContent(Docx, ".docx", text);
        }

        throw new Problem(DirectiveProblems.AttachmentType);
    }

    /// <summary>What cannot be looked into might carry a secrecy mark.</summary>
    public static Problem Unreadable() => new(DirectiveProblems.AttachmentUnreadable);
}
