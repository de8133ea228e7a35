using Campaign.Contracts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Campaign.Portal.Data;

public static class PortalDatabase
{
    public static WebApplicationBuilder AddPortalDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.AddDbContextFactory<PortalDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<IConfiguration>().GetConnectionString(Resources.PortalDb)
                ?? throw new InvalidOperationException($"ConnectionStrings:{Resources.PortalDb} is not configured. Start the Portal through the app model."))
            .UseSnakeCaseNamingConvention());
        builder.Services.AddSingleton<PortalMigrator>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<PortalMigrator>());
        builder.Services.AddHealthChecks().AddCheck<PortalDatabaseHealth>("database", tags: ["ready"]);

        builder.Services.AddDataProtection().SetApplicationName("campaign-portal");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new ProtectionKeys(provider.GetRequiredService<IDbContextFactory<PortalDb>>())));
        return builder;
    }
}

/// <summary>Brings the schema up to date, trying until the database is there.</summary>
internal sealed class PortalMigrator(IDbContextFactory<PortalDb> databases, ILogger<PortalMigrator> logger) : BackgroundService
{
    public bool IsDone { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var attempt = 1; !stoppingToken.IsCancellationRequested; attempt++)
        {
            try
            {
                await using var database = await databases.CreateDbContextAsync(stoppingToken);
                await database.Database.MigrateAsync(stoppingToken);
                IsDone = true;
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(exception, "The database could not be migrated (attempt {Attempt}); trying again", attempt);
                await Task.Delay(TimeSpan.FromSeconds(Math.Min(attempt, 10)), stoppingToken);
            }
        }
    }
}

internal sealed class PortalDatabaseHealth(IDbContextFactory<PortalDb> databases, PortalMigrator migrator) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!migrator.IsDone)
        {
            return HealthCheckResult.Unhealthy("The database is not reachable yet or its schema is being brought up to date.");
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(3));
        await using var database = await databases.CreateDbContextAsync(timeout.Token);
        return await database.Database.CanConnectAsync(timeout.Token)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer.");
    }
}
