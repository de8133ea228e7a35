using Campaign.Contracts;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;

namespace Campaign.Portal.Gateway;

/// <summary>Which path leads to which service, and how it is reached.</summary>
internal static class GatewayRoutes
{
    /// <summary>Bytes of a request body unless the route allows more.</summary>
    public const long MaxBody = 2 * 1024 * 1024;

    /// <summary>Bytes of an import: some 100,000 members.</summary>
    public const long MaxImport = 25 * 1024 * 1024;

    /// <summary>Bytes of an import that runs behind its answer: a million members.</summary>
    public const long MaxImportJob = 155 * 1024 * 1024;

    private static readonly string[] s_identityPaths = ["/connect/{**rest}", "/.well-known/{**rest}", "/account/{**rest}"];

    public static IReadOnlyList<RouteConfig> Routes() =>
    [
        .. Resources.Services.Select(service => Api(service, "{**rest}", MaxBody)),
        .. Resources.Services.Select(service => Api(service, "imports/{**rest}", MaxImport)),
        Api(Resources.Organization, "imports/jobs/{**rest}", MaxImportJob),
        .. s_identityPaths.Select(path => new RouteConfig
        {
            RouteId = $"identity-pages {path}",
            ClusterId = Resources.Identity,
            AuthorizationPolicy = "anonymous",
            MaxRequestBodySize = MaxBody,
            Match = new RouteMatch { Path = path },
        }),
    ];

    /// <summary>Several addresses under <c>services:{name}:http</c> are replicas: round robin among those that answer.</summary>
    public static IReadOnlyList<ClusterConfig> Clusters(IConfiguration configuration) =>
    [
        .. Resources.Services.Select(service => Cluster(service, Calls.ServiceAddresses.Of(configuration, service))),
    ];

    private static RouteConfig Api(string service, string rest, long maxBody) => new()
    {
        RouteId = $"api {service}/{rest}",
        ClusterId = service,
        // the service checks the token; the gateway has nothing to add
        AuthorizationPolicy = "anonymous",
        MaxRequestBodySize = maxBody,
        Match = new RouteMatch { Path = $"/api/{service}/{rest}" },
        Transforms = [new Dictionary<string, string> { ["PathRemovePrefix"] = $"/api/{service}" }],
    };

    private static ClusterConfig Cluster(string service, IReadOnlyList<Uri> addresses) => new()
    {
        ClusterId = service,
        LoadBalancingPolicy = LoadBalancingPolicies.RoundRobin,
        Destinations = addresses.Select((address, i) => (Address: address, Name: $"{service}-{i}"))
            .ToDictionary(d => d.Name, d => new DestinationConfig { Address = d.Address.ToString() }),
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = TimeSpan.FromSeconds(60) },
        HealthCheck = addresses.Count < 2 ? null : new HealthCheckConfig
        {
            AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
            Active = new ActiveHealthCheckConfig
            {
                Enabled = true,
                Interval = TimeSpan.FromSeconds(5),
                Timeout = TimeSpan.FromSeconds(2),
                Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
                Path = "/alive",
            },
            Passive = new PassiveHealthCheckConfig
            {
                Enabled = true,
                Policy = HealthCheckConstants.PassivePolicy.TransportFailureRate,
                ReactivationPeriod = TimeSpan.FromSeconds(5),
            },
        },
    };
}
