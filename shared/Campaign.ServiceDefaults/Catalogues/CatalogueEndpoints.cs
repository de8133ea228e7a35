using System.Security.Cryptography;
using System.Text.Json;
using Campaign.Api;
using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Campaign.ServiceDefaults.Catalogues;

/// <summary>The words that the service owns: everybody else reads them here.</summary>
public static class CatalogueEndpoints
{
    public static RouteGroupBuilder MapCatalogues(this IEndpointRouteBuilder routes)
    {
        var catalogues = routes.MapGroup("/catalogues").WithTags("Catalogues");
        catalogues.MapGet("/{catalogue}", ReadAsync).Refuses(SharedProblems.NoSuchCatalogue).AllowSignedIn().Produces<Catalogue>();
        return catalogues;
    }

    /// <summary>All entries with their days, or those in use on a day.</summary>
    private static async Task<FileContentHttpResult> ReadAsync(
        string catalogue,
        DateOnly? on,
        IEnumerable<CatalogueSource> sources,
        HttpContext http,
        CancellationToken ct
    )
    {
        var source = sources.SingleOrDefault(known => known.Name == catalogue)
            ?? throw new Problem(
                SharedProblems.NoSuchCatalogue,
                ("catalogue", catalogue),
                ("known", sources.Select(known => known.Name).ToArray())
            );
        var entries = await source.ReadAsync(http.RequestServices, ct);
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Catalogue(source.Name, on is { } day ? [.. entries.Where(entry => entry.IsUsedOn(day))] : entries),
            JsonSerializerOptions.Web
        );
        // kept by whoever asked, and asked about each time: a word that was changed is read at once, and mostly nothing is sent
        http.Response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Bytes(
            body,
            "application/json; charset=utf-8",
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body)[..12])}\"")
        );
    }
}
