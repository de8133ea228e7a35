using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Hosting.Database;

public static class DatabaseKeys
{
    /// <summary>
    /// Data protection with its keys in the service's database: what one replica protected, every other one can read. Call it last:
    /// whatever uses data protection registers it again, and the framework would read the keys while the host starts, when the database
    /// may not have its tables yet.
    /// </summary>
    public static IServiceCollection AddDatabaseKeys<TContext>(this IServiceCollection services, string applicationName)
        where TContext : DbContext, IDataProtectionKeyContext
    {
        services.AddDataProtection().SetApplicationName(applicationName).PersistKeysToDbContext<TContext>();
        foreach (var eager in services.Where(service => service.ImplementationType?.Name == "DataProtectionHostedService").ToList())
        {
            services.Remove(eager);
        }

        return services;
    }
}
