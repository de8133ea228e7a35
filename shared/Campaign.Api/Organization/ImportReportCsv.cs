using System.Globalization;
using System.Text;
using Campaign.Api.Imports;

namespace Campaign.Api.Organization;

/// <summary>What is wrong with a file, as a CSV file that a spreadsheet opens with its diacritics: one line a mistake.</summary>
public static class ImportReportCsv
{
    /// <summary>As a service writes them.</summary>
    public static readonly IReadOnlyList<string> Columns = ["line", "column", "value", "code", "detail"];

    /// <param name="columns">What the five columns are called.</param>
    /// <param name="sentence">What is wrong, in the reader's language.</param>
    public static byte[] Write(ImportReport report, IEnumerable<string> columns, Func<ImportError, string> sentence)
    {
        var text = new StringBuilder($"\uFEFF{string.Join(',', columns)}\r\n");
        foreach (var error in report.Errors)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{error.Line},{Cell(error.Column)},{Cell(error.Value)},{Cell(error.Code)},{Cell(sentence(error))}\r\n"
            );
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // a spreadsheet takes what begins like this for a formula and would run it
    private static string Cell(string value)
    {
        var quote = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" : "";
        return $"\"{quote}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
