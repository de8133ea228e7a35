using Campaign.Contracts;
using Campaign.Hosting.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Campaign.Portal.Data;

public static class PortalDatabase
{
    /// <summary>Call it last, see <see cref="DatabaseKeys.AddDatabaseKeys"/>.</summary>
    public static WebApplicationBuilder AddPortalDatabase(this WebApplicationBuilder builder)
    {
        builder.AddDataSource(Resources.PortalDb);
        builder.Services.AddDbContextFactory<PortalDb>(
            (provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()).UseSnakeCaseNamingConvention()
        );
        builder.AddMigrations<PortalDb>();

        builder.Services.AddDatabaseKeys<PortalDb>("campaign-portal");
        return builder;
    }
}
