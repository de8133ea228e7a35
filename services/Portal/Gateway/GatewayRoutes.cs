using Campaign.Api;
using Campaign.Contracts;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;

namespace Campaign.Portal.Gateway;

/// <summary>Which path leads to which service, and how it is reached.</summary>
internal static class GatewayRoutes
{
    // the service gives up first and says why
    private static readonly TimeSpan s_slack = TimeSpan.FromSeconds(10);

    private static readonly string[] s_identityPaths = ["/connect/{**rest}", "/.well-known/{**rest}", "/account/{**rest}"];

    public static IReadOnlyList<RouteConfig> Routes() =>
        [
            .. Resources.Services.Select(service => Api(service, "{**rest}", RequestLimits.Bytes, service)),
            .. RequestLimits.All.Select(limit =>
                Api(limit.Service, limit.Path, limit.Bytes, limit.Takes > RequestLimits.Takes ? Patient(limit.Service) : limit.Service)
            ),
            .. s_identityPaths.Select(path => new RouteConfig
            {
                RouteId = $"identity-pages {path}",
                ClusterId = Resources.Identity,
                AuthorizationPolicy = "anonymous",
                MaxRequestBodySize = RequestLimits.Bytes,
                Match = new RouteMatch { Path = path },
            }),
        ];

    /// <summary>Several addresses under <c>services:{name}:http</c> are replicas: round robin among those that answer.</summary>
    public static IReadOnlyList<ClusterConfig> Clusters(IConfiguration configuration) =>
        [
            .. Resources.Services.Select(service =>
                Cluster(service, Calls.ServiceAddresses.Of(configuration, service), RequestLimits.Takes)
            ),
            // how long it waits belongs to a cluster: the same replicas again for requests that take long
            .. RequestLimits
                .All.Where(limit => limit.Takes > RequestLimits.Takes)
                .GroupBy(limit => limit.Service)
                .Select(limits =>
                    Cluster(Patient(limits.Key), Calls.ServiceAddresses.Of(configuration, limits.Key), limits.Max(limit => limit.Takes))
                ),
        ];

    private static string Patient(string service) => $"{service} (long)";

    private static RouteConfig Api(string service, string rest, long maxBody, string cluster) =>
        new()
        {
            RouteId = $"api {service}/{rest}",
            ClusterId = cluster,
            // the service checks the token; the gateway has nothing to add
            AuthorizationPolicy = "anonymous",
            MaxRequestBodySize = maxBody,
            Match = new RouteMatch { Path = ApiAddress.Of(service, rest) },
            Transforms = [new Dictionary<string, string> { ["PathRemovePrefix"] = ApiAddress.Of(service) }],
        };

    private static ClusterConfig Cluster(string id, IReadOnlyList<Uri> addresses, TimeSpan takes) =>
        new()
        {
            ClusterId = id,
            LoadBalancingPolicy = LoadBalancingPolicies.RoundRobin,
            Destinations = addresses
                .Select((address, i) => (Address: address, Name: $"{id}-{i}"))
                .ToDictionary(d => d.Name, d => new DestinationConfig { Address = d.Address.ToString() }),
            HttpRequest = new ForwarderRequestConfig { ActivityTimeout = takes + s_slack },
            HealthCheck =
                addresses.Count < 2
                    ? null
                    : new HealthCheckConfig
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
