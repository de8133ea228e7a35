using System.Globalization;
using Campaign.Api;
using Campaign.Contracts;
using Microsoft.AspNetCore.Http.Extensions;

namespace Campaign.Portal.Reports;

/// <summary>Where a review report is: as a page to read and print, and as a DOCX through the gateway.</summary>
internal static class ReportAddress
{
    public static string Page(Guid campaign, string? district, DateOnly? from, DateOnly? to) =>
        $"/reports/{campaign}{Query(district, from, to)}";

    public static string Document(Guid campaign, string? district, DateOnly? from, DateOnly? to) =>
        ApiAddress.Of(Resources.City, $"campaigns/{campaign}/review-report.docx{Query(district, from, to)}");

    private static QueryString Query(string? district, DateOnly? from, DateOnly? to)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in new[] { ("district", district), ("from", Iso(from)), ("to", Iso(to)) })
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        return query.ToQueryString();
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
