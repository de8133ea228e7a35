using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Defaults.Access;
using Campaign.Defaults.Idempotency;
using Campaign.Defaults.Requests;

namespace Campaign.Organization.Import;

/// <summary>
/// CSV files of units and of members with their posts: all or nothing, with every error by line, and repeatable: what a file says
/// already holds is counted as unchanged.
/// </summary>
public static class ImportEndpoints
{
    public static RouteGroupBuilder MapImports(this IEndpointRouteBuilder app)
    {
        var imports = app.MapGroup("/imports").WithTags("Imports");
        imports.MapPost("/units", (bool? dryRun, HttpRequest request, UnitImporter units, CancellationToken ct) =>
            units.ImportAsync(request.Body, dryRun ?? false, ct)).Describe();
        imports.MapPost("/members", (bool? dryRun, HttpRequest request, MemberImporter members, CancellationToken ct) =>
            members.ImportAsync(request.Body, dryRun ?? false, ct)).Describe();
        return imports;
    }

    private static void Describe(this RouteHandlerBuilder import) => import
        .Accepts<string>("text/csv")
        .Produces<ImportReport>()
        .AllowBody(RequestLimits.Imports.Bytes)
        .NaturallyIdempotent()
        .Allow(Access.Keepers);
}
