using Campaign.Contracts;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Campaign.Hosting.Database;

internal sealed class DatabaseHealth(NpgsqlDataSource database, DatabaseStart start) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!start.IsReady)
        {
            return Unhealthy(
                new Finding("database-starting", "The database is not reachable yet or its schema is being brought up to date.")
            );
        }

        try
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(TimeSpan.FromSeconds(3));
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(timeout.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            return Unhealthy(new Finding("database-away", "The database does not answer."));
        }
    }

    private static HealthCheckResult Unhealthy(Finding finding) => HealthCheckResult.Unhealthy(finding.Text, data: Finding.Data(finding));
}
