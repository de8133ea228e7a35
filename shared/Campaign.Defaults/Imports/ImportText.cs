using System.Text;
using Campaign.Defaults.Problems;

namespace Campaign.Defaults.Imports;

/// <summary>
/// The text of a file: UTF-8, with or without its mark, UTF-16 with its mark, or what older programs here write, Windows-1258. Letters
/// come out composed (NFC), however the keyboard made them, so that what looks the same is the same.
/// </summary>
internal static class ImportText
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding s_windows = CodePagesEncodingProvider.Instance
        .GetEncoding(1258, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <exception cref="Problem"><c>invalid-request</c>.</exception>
    public static string Decode(MemoryStream bytes)
    {
        var span = bytes.GetBuffer().AsSpan(0, (int)bytes.Length);
        try
        {
            var text = span switch
            {
                [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(span[2..]),
                [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(span[2..]),
                [0xEF, 0xBB, 0xBF, ..] => s_utf8.GetString(span[3..]),
                _ => Unmarked(span),
            };
            return !text.Contains('\0', StringComparison.Ordinal) && text.IsNormalized() ? text : Composed(text);
        }
        catch (Exception exception) when (exception is DecoderFallbackException or ArgumentException)
        {
            throw Problem.Invalid("The file is no text that can be read here. Save it as 'CSV UTF-8' or as an XLSX workbook and send it again.");
        }
    }

    private static string Unmarked(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return s_utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return s_windows.GetString(bytes);
        }
    }

    private static string Composed(string text) =>
        text.Contains('\0', StringComparison.Ordinal) ? throw new ArgumentException("no text", nameof(text)) : text.Normalize(NormalizationForm.FormC);
}
