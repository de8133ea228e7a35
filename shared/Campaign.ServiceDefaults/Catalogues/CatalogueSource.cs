using Campaign.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.ServiceDefaults.Catalogues;

/// <summary>One catalogue that this service owns.</summary>
/// <param name="ReadAsync">All entries, whatever their days, in the order of lists.</param>
public sealed record CatalogueSource(string Name, Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<CatalogueEntry>>> ReadAsync);

public static class CatalogueSourceExtensions
{
    /// <summary>Serves the rows, read from the database at every request: what was added is known at once.</summary>
    /// <param name="rows">In the order of lists.</param>
    public static IServiceCollection AddCatalogue<TDatabase, TRow>(
        this IServiceCollection services,
        CatalogueName name,
        Func<TDatabase, IQueryable<TRow>> rows
    )
        where TDatabase : DbContext
        where TRow : class, ICatalogueRow =>
        services.AddSingleton(
            new CatalogueSource(name.Name, async (provider, ct) =>
                [.. (await rows(provider.GetRequiredService<TDatabase>()).AsNoTracking().ToListAsync(ct)).Select(row => row.ToEntry())]
            )
        );

    /// <summary>Serves words whose every code the service's own code branches on, so that none can be added as data.</summary>
    public static IServiceCollection AddCatalogue(
        this IServiceCollection services,
        CatalogueName name,
        params IReadOnlyList<CatalogueEntry> entries
    ) => services.AddSingleton(new CatalogueSource(name.Name, (_, _) => Task.FromResult(entries)));
}
