using System.Text;

namespace Campaign.Tables.Imports;

/// <summary>One record of a table. <paramref name="Broken"/>: its quotation marks do not pair up, so its values mean nothing.</summary>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Values, bool Broken);

/// <summary>
/// Splits CSV text (RFC 4180) into records as it is read, and knows the line that each begins on: a quoted value may span lines, which
/// is what counting line ends alone would get wrong in error reports.
/// </summary>
internal sealed class CsvRecords
{
    private const int End = -1;

    /// <summary>No value here is longer; a quotation mark that never closes must not take the rest of the file.</summary>
    private const int MaxValue = 10_000;

    private readonly TextReader _text;
    private readonly char _separator;
    private readonly StringBuilder _value = new();
    private int _line = 1;

    private CsvRecords(TextReader text, char separator) => (_text, _separator) = (text, separator);

    /// <summary>Separated by whichever of <c>;</c>, <c>,</c> and tab the first line that says something has most of.</summary>
    public static IEnumerable<CsvRecord> Read(TextReader text)
    {
        var blank = 0;
        var header = text.ReadLine();
        while (header is not null && string.IsNullOrWhiteSpace(header))
        {
            blank++;
            header = text.ReadLine();
        }

        if (header is null)
        {
            yield break;
        }

        var separator = new[] { ',', ';', '\t' }.MaxBy(candidate => header.Count(letter => letter == candidate));
        var first = new CsvRecords(new StringReader(header), separator) { _line = blank + 1 };
        if (first.Next() is { } named)
        {
            yield return named;
        }

        var records = new CsvRecords(text, separator) { _line = blank + 2 };
        while (records.Next() is { } record)
        {
            yield return record;
        }
    }

    private CsvRecord? Next()
    {
        if (_text.Peek() == End)
        {
            return null;
        }

        var line = _line;
        var broken = false;
        List<string> values = [];
        while (true)
        {
            values.Add(Value(ref broken).Trim().Normalize());
            if (_text.Peek() == _separator)
            {
                _text.Read();
                continue;
            }

            EndLine();
            return new CsvRecord(line, values, broken);
        }
    }

    private string Value(ref bool broken)
    {
        _value.Clear();
        if (_text.Peek() == '"')
        {
            Quoted(ref broken);
        }

        while (_text.Peek() is var next && next != End && next != _separator && next is not ('\r' or '\n'))
        {
            _text.Read();
            broken |= next == '"';
            if (_value.Length < MaxValue)
            {
                _value.Append((char)next);
            }
        }

        return _value.ToString();
    }

    private void Quoted(ref bool broken)
    {
        _text.Read();
        while (_text.Read() is var next && next != End && _value.Length < MaxValue)
        {
            if (next == '"')
            {
                if (_text.Peek() != '"')
                {
                    return;
                }

                _text.Read();
            }

            _line += next == '\n' ? 1 : 0;
            _value.Append((char)next);
        }

        broken = true;
    }

    private void EndLine()
    {
        if (_text.Peek() == '\r')
        {
            _text.Read();
        }

        if (_text.Peek() == '\n')
        {
            _text.Read();
        }

        _line++;
    }
}
