using Campaign.Api;
using Campaign.Api.Organization;
using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.ServiceDefaults.Idempotency;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Organization.Import;

/// <summary>
/// CSV or XLSX files of units and of members with their posts: all or nothing, with every error by line, and repeatable: what a file says
/// already holds is counted as unchanged.
/// </summary>
public static class ImportEndpoints
{
    public static RouteGroupBuilder MapImports(this IEndpointRouteBuilder app)
    {
        var imports = app.MapGroup("/imports").WithTags("Imports");
        imports
            .MapPost("/units", async (bool? dryRun, HttpRequest request, UnitImporter units, CancellationToken ct) =>
                Answer(request, await units.ImportAsync(request.Body, dryRun ?? false, ct))
            )
            .Describe();
        imports
            .MapPost("/members", async (bool? dryRun, HttpRequest request, MemberImporter members, CancellationToken ct) =>
                Answer(request, await members.ImportAsync(request.Body, dryRun ?? false, ct))
            )
            .Describe();
        return imports;
    }

    /// <summary>The report; to <c>Accept: text/csv</c> its mistakes as a file.</summary>
    private static Results<Ok<ImportReport>, FileContentHttpResult> Answer(HttpRequest request, ImportReport report) =>
        request.Headers.Accept.ToString().StartsWith("text/csv", StringComparison.OrdinalIgnoreCase)
            ? TypedResults.File(
                ImportReportCsv.Write(report, ImportReportCsv.Columns, error => error.Detail),
                "text/csv; charset=utf-8",
                "import-report.csv"
            )
            : TypedResults.Ok(report);

    private static void Describe(this RouteHandlerBuilder import) =>
        import
            .Accepts<string>("text/csv", "application/octet-stream", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .AllowBody(RequestLimits.Imports.Bytes)
            .NaturallyIdempotent()
            .Refuses(SharedProblems.AlreadyExists, SharedProblems.VersionChanged, OrganizationProblems.LinesOutsideYourUnits)
            .Allow(ImportActions.Import);
}
