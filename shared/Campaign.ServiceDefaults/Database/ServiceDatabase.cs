using Campaign.Hosting.Database;
using Campaign.Messaging;
using Campaign.Messaging.Schema;
using Campaign.ServiceDefaults.Audit;
using Campaign.ServiceDefaults.Changes;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Campaign.ServiceDefaults.Database;

public static class ServiceDatabase
{
    /// <summary>
    /// Registers the service's database: one <see cref="NpgsqlDataSource"/>, the context with its interceptors, and
    /// migrations at start, tried until the database is there. Events are handled once its schema stands.
    /// </summary>
    /// <param name="name">Name of the connection string, e.g. <see cref="Contracts.Resources.SessionDb"/>.</param>
    /// <param name="plans">How statements that come again are planned.</param>
    public static WebApplicationBuilder AddDatabase<TContext>(
        this WebApplicationBuilder builder,
        string name,
        Plans plans = Plans.ForTheValues
    )
        where TContext : CampaignDbContext
    {
        builder.AddDataSource(name, plans);
        builder.Services.TryAddScoped<IAudit, AuditTrail>();
        builder.Services.AddScoped<AuditInterceptor>();
        builder.Services.AddSingleton<ChangeFeed>().AddSingleton<ChangeInterceptor>().AddHostedService<ChangeExchange>();
        builder.Services.AddDbContext<TContext>(
            (provider, options) =>
                options
                    .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
                    .UseSnakeCaseNamingConvention()
                    .UseAsyncSeeding((database, _, ct) => ((CampaignDbContext)database).ShipAsync(ct))
                    .AddInterceptors(provider.GetRequiredService<AuditInterceptor>())
                    .AddMessagingInterceptors(provider)
                    // last: it sees what the others add
                    .AddInterceptors(provider.GetRequiredService<ChangeInterceptor>())
        );
        // what the rooms keep in a service's database finds it by the part of it that they know
        for (var known = typeof(TContext).BaseType; known != typeof(DbContext); known = known!.BaseType)
        {
            builder.Services.AddScoped(known!, provider => provider.GetRequiredService<TContext>());
        }

        builder.AddMigrations<TContext>();
        builder.Services.AddSingleton<IStartGate, SchemaGate>();
        return builder;
    }

    private sealed class SchemaGate(DatabaseStart start) : IStartGate
    {
        public Task WaitAsync(CancellationToken cancellationToken) => start.WaitAsync(cancellationToken);
    }
}
