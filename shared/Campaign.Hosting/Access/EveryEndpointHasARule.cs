using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Campaign.Hosting.Access;

/// <summary>
/// Stops the start when an endpoint does not say who may call it. Looks once everything has started: the endpoints are
/// only there when the server's pipeline has been built.
/// </summary>
internal sealed class EveryEndpointHasARule(IEnumerable<EndpointDataSource> sources, IHostApplicationLifetime lifetime)
    : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var silent = sources
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<AccessRule>() is null)
            .Select(endpoint => endpoint.DisplayName)
            .ToList();
        if (silent.Count > 0)
        {
            lifetime.StopApplication();
            throw new InvalidOperationException($"Add .Allow(…), .AllowSignedIn() or .AllowPublic() to: {string.Join("; ", silent)}");
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
