using System.Collections;
using System.Globalization;

namespace Campaign.AppHost.Offline;

/// <summary>The environment variables of a service: those that Aspire sets, under the same names.</summary>
internal static class ServiceEnvironment
{
    // of the host's own environment: its secrets and addresses are none of a service's business
    private static readonly string[] Withheld = ["CAMPAIGN_", "Parameters__", "ASPNETCORE_URLS", "DOTNET_LAUNCH_PROFILE", "MSBUILD"];

    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(ProjectResource resource, string name, int replica, DataFolder data, CancellationToken cancellationToken)
    {
        var variables = Inherited();
        variables["OTEL_SERVICE_NAME"] = resource.Name;
        variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={name}";
        variables["Operations__ResourcesFile"] = data.EndpointsFile;

        // many small processes on one machine
        variables["DOTNET_gcServer"] = "0";
        variables["DOTNET_TieredPGO"] = "0";

        var endpoints = resource.Annotations.OfType<EndpointAnnotation>().ToList();
        variables["ASPNETCORE_URLS"] = string.Join(';', await Task.WhenAll(endpoints.Select(endpoint => UrlAsync(endpoint, replica, cancellationToken))).ConfigureAwait(false));

        foreach (var reference in resource.Annotations.OfType<ServiceReference>())
        {
            foreach (var endpoint in reference.Service.Annotations.OfType<EndpointAnnotation>())
            {
                var ports = await endpoint.AllocatedPorts.WaitAsync(cancellationToken).ConfigureAwait(false);
                for (var index = 0; index < ports.Count; index++)
                {
                    variables[$"services__{reference.Service.Name}__{endpoint.Name}__{index}"] = await UrlAsync(endpoint, index, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        foreach (var variable in resource.Annotations.OfType<Variable>())
        {
            variables[variable.Name] = await variable.Value.GetValueAsync(cancellationToken).ConfigureAwait(false) ?? "";
        }

        return variables;
    }

    private static async Task<string> UrlAsync(EndpointAnnotation endpoint, int replica, CancellationToken cancellationToken)
    {
        var ports = await endpoint.AllocatedPorts.WaitAsync(cancellationToken).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"{endpoint.UriScheme}://127.0.0.1:{ports[replica]}");
    }

    private static Dictionary<string, string> Inherited() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => ((string)entry.Key, (string?)entry.Value ?? ""))
            .Where(entry => !Array.Exists(Withheld, prefix => entry.Item1.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary();
}
