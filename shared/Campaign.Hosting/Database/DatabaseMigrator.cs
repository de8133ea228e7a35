using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Campaign.Hosting.Database;

/// <summary>Applies migrations at start and keeps trying while the database is away; the service stays up and says so.</summary>
internal sealed class DatabaseMigrator<TContext>(
    IServiceScopeFactory scopes,
    DatabaseStart start,
    ILogger<DatabaseMigrator<TContext>> logger
) : BackgroundService
    where TContext : DbContext
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var attempt = 1; !stoppingToken.IsCancellationRequested; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var database = scope.ServiceProvider.GetRequiredService<TContext>().Database;
                // a city's table is rewritten in minutes, not in the seconds that a request may take
                database.SetCommandTimeout(TimeSpan.FromHours(1));
                // otherwise the first start logs an error: it looks for this table where there is none
                await database.GetService<IHistoryRepository>().CreateIfNotExistsAsync(stoppingToken);
                await database.MigrateAsync(stoppingToken);
                start.Open();
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
