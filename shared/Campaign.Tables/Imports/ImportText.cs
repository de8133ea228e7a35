using System.Text;
using Campaign.Api.Imports;
using Campaign.Hosting.Problems;

namespace Campaign.Tables.Imports;

/// <summary>
/// What a file is written in: UTF-8, with or without its mark, UTF-16 with its mark, or what older programs here write, Windows-1258.
/// </summary>
internal static class ImportText
{
    private const int Part = 64 * 1024;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding s_windows = CodePagesEncodingProvider.Instance.GetEncoding(
        1258,
        EncoderFallback.ExceptionFallback,
        DecoderFallback.ExceptionFallback
    )!;

    /// <summary>Reads the file once, part by part, to see what it is written in; then gives its text from the beginning.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>: it is no text.</exception>
    public static StreamReader Open(Stream file)
    {
        file.Position = 0;
        Span<byte> mark = stackalloc byte[3];
        var encoding = mark[..file.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false)] switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => Reads(file, s_utf8) ? s_utf8
            : Reads(file, s_windows) ? s_windows
            : throw NoText(),
        };
        file.Position = 0;
        return new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, Part, leaveOpen: true);
    }

    private static bool Reads(Stream file, Encoding encoding)
    {
        file.Position = 0;
        var decoder = encoding.GetDecoder();
        var bytes = new byte[Part];
        var letters = new char[encoding.GetMaxCharCount(Part)];
        try
        {
            int read;
            do
            {
                read = file.Read(bytes);
                var count = decoder.GetChars(bytes, 0, read, letters, 0, flush: read == 0);
                if (letters.AsSpan(0, count).Contains('\0'))
                {
                    return false;
                }
            } while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static Problem NoText() => Problem.Invalid("", ImportProblems.NoText);
}
