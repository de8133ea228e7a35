using System.Text;

namespace Campaign.Defaults.Imports;

/// <summary>One record of a CSV text. <paramref name="Broken"/>: its quotation marks do not pair up, so its values mean nothing.</summary>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Values, bool Broken);

/// <summary>
/// Splits CSV text (RFC 4180) into records and knows the line that each begins on: a quoted value may span lines, which is what
/// counting line ends alone would get wrong in error reports.
/// </summary>
internal sealed class CsvRecords(string text, char separator)
{
    /// <summary>Separated by whichever of <c>;</c>, <c>,</c> and tab the first line has most of.</summary>
    public static IEnumerable<CsvRecord> Read(string text)
    {
        var records = new CsvRecords(text, Separator(text));
        while (records.Next() is { } record)
        {
            yield return record;
        }
    }

    private static char Separator(string text)
    {
        var start = text.AsSpan().TrimStart("\r\n ");
        var header = start[..(start.IndexOf('\n') is var end and >= 0 ? end : start.Length)].ToString();
        return new[] { ',', ';', '\t' }.MaxBy(separator => header.Count(letter => letter == separator));
    }

    private int _at;
    private int _line = 1;

    /// <returns>Null at the end.</returns>
    public CsvRecord? Next()
    {
        if (_at >= text.Length)
        {
            return null;
        }

        var line = _line;
        var broken = false;
        List<string> values = [];
        while (true)
        {
            values.Add(Value(ref broken).Trim());
            if (_at < text.Length && text[_at] == separator)
            {
                _at++;
                continue;
            }

            EndLine();
            return new CsvRecord(line, values, broken);
        }
    }

    private string Value(ref bool broken)
    {
        var value = _at < text.Length && text[_at] == '"' ? Quoted(ref broken) : "";
        var end = text.AsSpan(_at).IndexOfAny(separator, '\r', '\n') is var found and >= 0 ? _at + found : text.Length;
        var plain = text[_at..end];
        _at = end;
        broken |= plain.Contains('"', StringComparison.Ordinal);
        return value + plain;
    }

    private string Quoted(ref bool broken)
    {
        var value = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] == '"')
            {
                if (_at + 1 == text.Length || text[_at + 1] != '"')
                {
                    _at++;
                    return value.ToString();
                }

                _at++;
            }

            _line += text[_at] == '\n' ? 1 : 0;
            value.Append(text[_at]);
        }

        broken = true;
        return value.ToString();
    }

    private void EndLine()
    {
        if (_at < text.Length && text[_at] == '\r')
        {
            _at++;
        }

        if (_at < text.Length && text[_at] == '\n')
        {
            _at++;
        }

        _line++;
    }
}
