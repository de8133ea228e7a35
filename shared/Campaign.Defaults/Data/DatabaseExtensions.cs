using Campaign.Defaults.Audit;
using Campaign.Defaults.Telemetry;
using Campaign.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Campaign.Defaults.Data;

public static class DatabaseExtensions
{
    /// <summary>
    /// Registers the service's database: one <see cref="NpgsqlDataSource"/>, the context with its interceptors, and
    /// migrations at start, tried until the database is there.
    /// </summary>
    /// <param name="name">Name of the connection string, e.g. <see cref="Contracts.Resources.SessionDb"/>.</param>
    /// <param name="plans">How statements that come again are planned.</param>
    public static WebApplicationBuilder AddDatabase<TContext>(this WebApplicationBuilder builder, string name, Plans plans = Plans.ForTheValues)
        where TContext : CampaignDbContext
    {
        builder.AddDataSource(name, plans);
        builder.Services.TryAddScoped<IAudit, AuditTrail>();
        builder.Services.AddScoped<AuditInterceptor>();
        builder.Services.AddDbContext<TContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(provider.GetRequiredService<AuditInterceptor>())
            .AddMessagingInterceptors(provider));
        builder.Services.AddScoped<CampaignDbContext>(provider => provider.GetRequiredService<TContext>());
        if (typeof(TContext).IsSubclassOf(typeof(DirectoryDbContext)))
        {
            builder.Services.AddScoped(provider => (DirectoryDbContext)(CampaignDbContext)provider.GetRequiredService<TContext>());
        }

        return builder.AddMigrations<TContext>();
    }

    /// <summary>Registers one <see cref="NpgsqlDataSource"/> for a connection string.</summary>
    public static WebApplicationBuilder AddDataSource(this WebApplicationBuilder builder, string name, Plans plans = Plans.ForTheValues)
    {
        builder.Services.AddSingleton(provider =>
        {
            var connection = provider.GetRequiredService<IConfiguration>().GetConnectionString(name)
                ?? throw new InvalidOperationException($"ConnectionStrings:{name} is not configured. Start the service through the app model.");
            var source = new NpgsqlDataSourceBuilder(connection);
            source.ConnectionStringBuilder.CommandTimeout = 30;
            source.ConnectionStringBuilder.Timeout = 10;
            source.ConnectionStringBuilder.MaxAutoPrepare = 100;
            source.ConnectionStringBuilder.MaxPoolSize = Math.Min(source.ConnectionStringBuilder.MaxPoolSize, 32);
            // seven statements before the first one of whoever takes a connection, half of all that a busy service sent: nothing of ours
            // outlives its use of a connection. Locks are given back, settings and tables end with the transaction, the relay stops to listen
            source.ConnectionStringBuilder.NoResetOnClose = true;
            source.ConnectionStringBuilder.ApplicationName = name;
            source.ConnectionStringBuilder.Options = $"-c plan_cache_mode={(plans == Plans.ForTheValues ? "force_custom_plan" : "auto")}";
            source.ConfigureTracing(tracing => tracing
                .ConfigureCommandSpanNameProvider(command => StatementName.Of(command.CommandText))
                .ConfigureBatchSpanNameProvider(StatementName.Of)
                .EnableFirstResponseEvent(false));
            return source.Build();
        });
        return builder;
    }

    /// <summary>Brings the schema up to date at start, tried until the database is there, and reports its health.</summary>
    public static WebApplicationBuilder AddMigrations<TContext>(this WebApplicationBuilder builder)
        where TContext : DbContext
    {
        builder.Services.AddSingleton<DatabaseStart>();
        builder.Services.AddSingleton<IStartGate>(provider => provider.GetRequiredService<DatabaseStart>());
        builder.Services.AddHostedService<DatabaseMigrator<TContext>>();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        return builder;
    }
}
