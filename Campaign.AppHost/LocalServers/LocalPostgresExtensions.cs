using Campaign.LocalServers;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.AppHost;

internal static class LocalPostgresExtensions
{
    /// <summary>A PostgreSQL cluster of this machine's packages, its data in <paramref name="folder"/>.</summary>
    public static IResourceBuilder<LocalPostgresResource> AddLocalPostgres(
        this IDistributedApplicationBuilder builder,
        string name,
        string folder,
        IResourceBuilder<ParameterResource> password
    )
    {
        LocalPostgres? server = null;
        var port = LocalPostgres.ChoosePort(folder);
        return builder
            .AddResource(new LocalPostgresResource(name, folder, password.Resource))
            .WithLoopback("tcp", port)
            .WithAnswer(cancellationToken => server!.IsAnsweringAsync(cancellationToken))
            .RunPrepared(async cancellationToken =>
            {
                server ??= new LocalPostgres(
                    new()
                    {
                        DataDirectory = folder,
                        Port = port,
                        Password = await password.Resource.GetValueAsync(cancellationToken).ConfigureAwait(false),
                    }
                );
                return await server.PrepareAsync(cancellationToken).ConfigureAwait(false);
            })
            .OnResourceReady(
                async (resource, ready, cancellationToken) =>
                {
                    await server!
                        .CreateDatabasesAsync(resource.Databases.Select(database => database.Name), cancellationToken)
                        .ConfigureAwait(false);
                    await TellDatabasesAsync(resource, ready.Services, KnownResourceStates.Running).ConfigureAwait(false);
                }
            )
            .OnResourceStopped((resource, stopped, _) => TellDatabasesAsync(resource, stopped.Services, KnownResourceStates.Waiting));
    }

    public static IResourceBuilder<LocalDatabaseResource> AddDatabase(this IResourceBuilder<LocalPostgresResource> server, string name)
    {
        var database = new LocalDatabaseResource(name, server.Resource);
        server.Resource.Databases.Add(database);
        return server
            .ApplicationBuilder.AddResource(database)
            .WithInitialState(
                new()
                {
                    ResourceType = "Database",
                    Properties = [],
                    State = KnownResourceStates.Waiting,
                }
            )
            .WithIconName("Database");
    }

    // the orchestrator hands its state on to the children of containers only
    private static Task TellDatabasesAsync(LocalPostgresResource server, IServiceProvider services, string state)
    {
        var notifications = services.GetRequiredService<ResourceNotificationService>();
        return Task.WhenAll(
            server.Databases.Select(database => notifications.PublishUpdateAsync(database, snapshot => snapshot with { State = state }))
        );
    }
}
