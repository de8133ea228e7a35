using Campaign.Api.Organization;
using Campaign.Portal.Shared;

namespace Campaign.Portal.Imports;

/// <summary>The mistakes of a file, to be downloaded from the page that shows them.</summary>
internal static class ReportFile
{
    /// <summary>An address that holds the file itself: nothing is stored for it.</summary>
    /// <param name="columns">What its columns are called.</param>
    public static string Address(ImportReport report, IEnumerable<string> columns) =>
        $"data:text/csv;charset=utf-8;base64,{Convert.ToBase64String(ImportReportCsv.Write(report, columns, Words.Problem))}";
}
