using System.Xml.Linq;
using Campaign.Defaults.Audit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Defaults.Data;

/// <summary>A key of ASP.NET Core data protection: cookies, codes and whatever else is protected at rest depend on it.</summary>
[NotAudited]
public sealed class DataProtectionKey
{
    public required string Id { get; init; }

    public required string Xml { get; init; }
}

public static class DataProtectionExtensions
{
    /// <summary>
    /// Data protection with its keys in the service's database. Call it last: whatever uses data protection registers it again, and the
    /// framework would read the keys while the host starts, when the database may not have its tables yet.
    /// </summary>
    public static IServiceCollection AddDatabaseKeys<TContext>(this IServiceCollection services, string applicationName)
        where TContext : DbContext
    {
        services.AddDataProtection().SetApplicationName(applicationName);
        services.AddOptions<KeyManagementOptions>()
            .Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new DatabaseKeys<TContext>(scopes));
        foreach (var eager in services.Where(service => service.ImplementationType?.Name == "DataProtectionHostedService").ToList())
        {
            services.Remove(eager);
        }

        return services;
    }
}

/// <summary>Keeps data protection keys in the database: what one replica protected, every other one can read.</summary>
internal sealed class DatabaseKeys<TContext>(IServiceScopeFactory scopes) : IXmlRepository
    where TContext : DbContext
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<TContext>();
        return [.. database.Set<DataProtectionKey>().AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<TContext>();
        database.Add(new DataProtectionKey { Id = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        database.SaveChanges();
    }
}
