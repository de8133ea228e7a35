using System.Diagnostics;
using Campaign.Contracts;
using Campaign.LocalServers;
using Microsoft.Extensions.Configuration;

namespace Campaign.AppHost;

/// <summary>What stands above the servers in the dashboard; it runs nothing.</summary>
internal sealed class ServersResource(string name) : Resource(name);

/// <summary>
/// The database server and the broker: in the manifest containers, here this machine's own packages (`Servers` = local, the
/// default) or containers (`Servers` = containers).
/// </summary>
internal static class Servers
{
    private static readonly string Engine = Environment.GetEnvironmentVariable("ASPIRE_CONTAINER_RUNTIME") ?? "docker";

    public static IResourceBuilder<ServersResource> AddServers(this IDistributedApplicationBuilder builder) =>
        builder
            .AddResource(new ServersResource("servers"))
            .WithInitialState(
                new()
                {
                    ResourceType = "Servers",
                    Properties = [],
                    State = KnownResourceStates.Running,
                }
            )
            .WithIconName("Server")
            .ExcludeFromManifest();

    /// <returns>adds a database to the server</returns>
    public static Func<string, IResourceBuilder<IResourceWithConnectionString>> AddDatabaseServer(
        this IResourceBuilder<ServersResource> servers,
        string name,
        IResourceBuilder<ParameterResource> password
    )
    {
        var builder = servers.ApplicationBuilder;
        if (builder.UsesContainers())
        {
            var container = builder
                .AddPostgres(name, password: password)
                .WithImageTag(ServerImages.PostgresTag) // first: where its data is depends on it
                .WithDataVolume(builder.Volume(name))
                .WithParentRelationship(servers);
            return database => container.AddDatabase(database);
        }

        var local = builder.AddLocalPostgres(name, builder.Data().In(name), password).WithParentRelationship(servers);
        return database => local.AddDatabase(database);
    }

    public static IResourceBuilder<IResourceWithConnectionString> AddBroker(
        this IResourceBuilder<ServersResource> servers,
        string name,
        IResourceBuilder<ParameterResource> user,
        IResourceBuilder<ParameterResource> password
    )
    {
        var builder = servers.ApplicationBuilder;
        return builder.UsesContainers()
            ? builder
                .AddRabbitMQ(name, user, password)
                .WithManagementPlugin()
                .WithImageTag(ServerImages.RabbitMqTag)
                .WithDataVolume(builder.Volume(name))
                .WithParentRelationship(servers)
            : builder.AddLocalRabbitMq(name, builder.Data().In(name), user, password).WithParentRelationship(servers);
    }

    /// <summary>For a start from nothing.</summary>
    /// <exception cref="ServerException">the engine refuses, or does not answer</exception>
    public static void RemoveVolumes(IDistributedApplicationBuilder builder, DataFolder data)
    {
        if (!builder.UsesContainers())
        {
            return;
        }

        try
        {
            using var remove = Process.Start(
                new ProcessStartInfo(
                    Engine,
                    ["volume", "rm", "--force", data.VolumeOf(Resources.Postgres), data.VolumeOf(Resources.RabbitMq)]
                )
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            var said = remove.StandardError.ReadToEnd();
            remove.WaitForExit();
            if (remove.ExitCode != 0)
            {
                throw new ServerException(
                    $"The data of the last run could not be removed; stop the containers that use it and start again: {said.Trim()}"
                );
            }
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new ServerException(
                $"{Engine} could not be started: {failure.Message}. --reset with Servers=containers needs it.",
                failure
            );
        }
    }

    private static bool UsesContainers(this IDistributedApplicationBuilder builder) =>
        builder.ExecutionContext.IsPublishMode
        || builder.Configuration.GetValue("Servers", "local") switch
        {
            "containers" => true,
            "local" => false,
            var other => throw new ServerException($"Servers={other} is not known; use local or containers."),
        };

    // one a data folder, as everything of a system is
    private static string Volume(this IDistributedApplicationBuilder builder, string name) =>
        builder.ExecutionContext.IsPublishMode ? $"campaign-{name}" : builder.Data().VolumeOf(name);
}
