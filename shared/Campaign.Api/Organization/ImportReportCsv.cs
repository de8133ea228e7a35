using System.Globalization;
using System.Text;

namespace Campaign.Api.Organization;

/// <summary>What is wrong with a file, as a CSV file that a spreadsheet opens with its diacritics: one line a mistake.</summary>
public static class ImportReportCsv
{
    public static byte[] Write(ImportReport report)
    {
        var text = new StringBuilder("\uFEFFline,column,value,wrong,remedy\r\n");
        foreach (var error in report.Errors)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{error.Line},{Cell(error.Column)},{Cell(error.Value)},{Cell(error.Wrong)},{Cell(error.Remedy)}\r\n"
            );
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // a spreadsheet takes what begins like this for a formula and would run it
    private static string Cell(string value) =>
        $"\"{(value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
