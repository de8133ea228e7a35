using Campaign.Hosting.Sweeps;
using Campaign.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Campaign.Hosting.Database;

public static class DatabaseExtensions
{
    /// <summary>Registers one <see cref="NpgsqlDataSource"/> for a connection string.</summary>
    public static WebApplicationBuilder AddDataSource(this WebApplicationBuilder builder, string name, Plans plans = Plans.ForTheValues)
    {
        builder.Services.AddSingleton(provider =>
        {
            var connection = provider.GetRequiredService<IConfiguration>().GetConnectionString(name)
                ?? throw new InvalidOperationException(
                    $"ConnectionStrings:{name} is not configured. Start the service through the app model."
                );
            var source = new NpgsqlDataSourceBuilder(connection);
            source.ConnectionStringBuilder.CommandTimeout = 30;
            source.ConnectionStringBuilder.Timeout = 10;
            source.ConnectionStringBuilder.MaxAutoPrepare = 100;
            source.ConnectionStringBuilder.MaxPoolSize = Math.Min(source.ConnectionStringBuilder.MaxPoolSize, 32);
            // seven statements before the first one of whoever takes a connection, half of all that a busy service sent: nothing of ours
            // outlives its use of a connection. Locks are given back, settings and tables end with the transaction, the relay stops to
            // listen
            source.ConnectionStringBuilder.NoResetOnClose = true;
            source.ConnectionStringBuilder.ApplicationName = name;
            source.ConnectionStringBuilder.Options = $"-c plan_cache_mode={(plans == Plans.ForTheValues ? "force_custom_plan" : "auto")}";
            source.ConfigureTracing(tracing =>
                tracing
                    .ConfigureCommandSpanNameProvider(command => StatementName.Of(command.CommandText))
                    .ConfigureBatchSpanNameProvider(StatementName.Of)
                    .EnableFirstResponseEvent(false)
            );
            return source.Build();
        });
        return builder;
    }

    /// <summary>Brings the schema up to date at start, tried until the database is there, and reports its health.</summary>
    public static WebApplicationBuilder AddMigrations<TContext>(this WebApplicationBuilder builder)
        where TContext : DbContext
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<DatabaseStart>().AddSingleton<SweepServices>();
        builder.Services.AddHostedService<DatabaseMigrator<TContext>>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        return builder;
    }
}
