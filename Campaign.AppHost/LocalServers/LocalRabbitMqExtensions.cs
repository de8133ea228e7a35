using Campaign.LocalServers;

namespace Campaign.AppHost;

internal static class LocalRabbitMqExtensions
{
    /// <summary>A RabbitMQ node of this machine's packages, its data in <paramref name="folder"/>.</summary>
    public static IResourceBuilder<LocalRabbitMqResource> AddLocalRabbitMq(
        this IDistributedApplicationBuilder builder,
        string name,
        string folder,
        IResourceBuilder<ParameterResource> user,
        IResourceBuilder<ParameterResource> password
    )
    {
        var (port, managementPort) = (LocalRabbitMq.ChoosePort(folder), LocalRabbitMq.ChooseManagementPort(folder));
        var resource = new LocalRabbitMqResource(name, folder, user.Resource, password.Resource);
        var prepared = new PreparedOnce<(LocalRabbitMq Server, ServerCommand Names, ServerCommand Broker)>(async cancellationToken =>
        {
            var server = new LocalRabbitMq(
                new()
                {
                    DataDirectory = folder,
                    Port = port,
                    ManagementPort = managementPort,
                    UserName = (await user.Resource.GetValueAsync(cancellationToken).ConfigureAwait(false))!,
                    Password = await password.Resource.GetValueAsync(cancellationToken).ConfigureAwait(false),
                }
            );
            var (names, broker) = await server.PrepareAsync(cancellationToken).ConfigureAwait(false);
            return (server, names, broker);
        });

        var node = builder.AddResource(resource);
        var names = builder
            .AddResource(new LocalNamesResource($"{name}-names", folder))
            .WithParentRelationship(resource)
            .RunPrepared(async cancellationToken => (await prepared.GetAsync(cancellationToken).ConfigureAwait(false)).Names);
        return node.WithLoopback("tcp", port)
            .WithLoopback("management", managementPort, "http")
            .WithAnswer(async cancellationToken =>
                await (await prepared.GetAsync(cancellationToken).ConfigureAwait(false))
                    .Server.IsAcceptingAsync(cancellationToken)
                    .ConfigureAwait(false)
            )
            .RunPrepared(async cancellationToken => (await prepared.GetAsync(cancellationToken).ConfigureAwait(false)).Broker)
            .WaitForStart(names);
    }

    /// <summary>
    /// Two processes share one preparation: a node that starts again finds its name server running, on the port that it holds.
    /// </summary>
    private sealed class PreparedOnce<T>(Func<CancellationToken, Task<T>> prepare)
    {
        private readonly Lock choosing = new();
        private Task<T>? prepared;

        public Task<T> GetAsync(CancellationToken cancellationToken)
        {
            lock (choosing)
            {
                return prepared = prepared is null or { IsFaulted: true } or { IsCanceled: true } ? prepare(cancellationToken) : prepared;
            }
        }
    }
}
