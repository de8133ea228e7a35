using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Campaign.Defaults.Access;

/// <summary>Stops the start when an endpoint does not say who may call it.</summary>
internal sealed class EveryEndpointHasARule(IEnumerable<EndpointDataSource> sources, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var silent = sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
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

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
