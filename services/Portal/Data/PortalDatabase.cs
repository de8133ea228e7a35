using Campaign.Contracts;
using Campaign.Defaults.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Campaign.Portal.Data;

public static class PortalDatabase
{
    public static WebApplicationBuilder AddPortalDatabase(this WebApplicationBuilder builder)
    {
        builder.AddDataSource(Resources.PortalDb);
        builder.Services.AddDbContextFactory<PortalDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()).UseSnakeCaseNamingConvention());
        builder.AddMigrations<PortalDb>();

        builder.Services.AddDataProtection().SetApplicationName("campaign-portal");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new DatabaseKeys<PortalDb>(provider.GetRequiredService<IServiceScopeFactory>())));
        return builder;
    }
}
