using Campaign.LocalServers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaign.AppHost;

/// <summary>What the private servers have in common.</summary>
internal static class LocalServerExtensions
{
    /// <summary>Runs what <paramref name="prepare"/> made, under the server's own account; makes it anew before every start.</summary>
    internal static IResourceBuilder<T> RunPrepared<T>(
        this IResourceBuilder<T> server,
        Func<CancellationToken, Task<ServerCommand>> prepare
    )
        where T : LocalServerResource =>
        server
            .OnBeforeResourceStarted(
                async (resource, _, cancellationToken) =>
                {
                    try
                    {
                        resource.Prepared = await prepare(cancellationToken).ConfigureAwait(false);
                    }
                    catch (ServerException failure)
                    {
                        resource.StartFailure = failure.Message;
                        throw;
                    }

                    var program = resource.Prepared.Line[0];
                    server.WithCommand(program).WithWorkingDirectory(resource.Prepared.WorkingDirectory ?? "/");
                }
            )
            .WithArgs(context =>
            {
                foreach (var word in server.Resource.Prepared?.Line.Skip(1) ?? [])
                {
                    context.Args.Add(word);
                }
            })
            .ExcludeFromManifest();

    /// <summary>On a fixed port of this machine's loopback, without a proxy before it.</summary>
    internal static IResourceBuilder<T> WithLoopback<T>(this IResourceBuilder<T> server, string name, int port, string scheme = "tcp")
        where T : LocalServerResource => server.WithEndpoint(name, endpoint =>
        {
            endpoint.Port = port;
            endpoint.TargetPort = port;
            endpoint.TargetHost = "127.0.0.1";
            endpoint.UriScheme = scheme;
            endpoint.IsProxied = false;
        });

    /// <summary>Healthy as long as it answers.</summary>
    internal static IResourceBuilder<T> WithAnswer<T>(this IResourceBuilder<T> server, Func<CancellationToken, Task<bool>> answers)
        where T : LocalServerResource
    {
        var check = $"{server.Resource.Name}-answers";
        server
            .ApplicationBuilder.Services.AddHealthChecks()
            .AddAsyncCheck(check, async cancellationToken =>
                server.Resource.Prepared is not null && await answers(cancellationToken).ConfigureAwait(false)
                    ? HealthCheckResult.Healthy()
                    : HealthCheckResult.Unhealthy("It does not answer.")
            );
        return server.WithHealthCheck(check);
    }
}
