using System.Xml.Linq;
using Campaign.Defaults.Audit;
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

/// <summary>Keeps data protection keys in the database: what one replica protected, every other one can read.</summary>
public sealed class DatabaseKeys<TContext>(IServiceScopeFactory scopes) : IXmlRepository
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
