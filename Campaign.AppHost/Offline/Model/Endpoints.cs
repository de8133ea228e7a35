using System.Globalization;
using System.Net.Sockets;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>An address on which a resource listens.</summary>
public sealed class EndpointAnnotation(ProtocolType protocol, string? uriScheme = null, string? transport = null, string? name = null, int? port = null, int? targetPort = null, bool? isExternal = null, bool isProxied = true) : IResourceAnnotation
{
    private readonly TaskCompletionSource<IReadOnlyList<int>> allocated = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ProtocolType Protocol { get; } = protocol;
    public string UriScheme { get; } = uriScheme ?? "tcp";
    public string Transport { get; } = transport ?? uriScheme ?? "tcp";
    public string Name { get; } = name ?? uriScheme ?? "tcp";

    /// <summary>The port that others use; null: any free one.</summary>
    public int? Port { get; } = port;

    public int? TargetPort { get; } = targetPort;
    public bool IsProxied { get; } = isProxied;
    public bool IsExternal { get; set; } = isExternal ?? false;

    /// <summary>The ports of 127.0.0.1 in use, one a replica; known once the host has chosen them.</summary>
    internal Task<IReadOnlyList<int>> AllocatedPorts => allocated.Task;

    internal void Allocate(params IReadOnlyList<int> ports) => allocated.TrySetResult(ports);
}

public enum EndpointProperty
{
    Url = 0,
    Host = 1,
    IPV4Host = 2,
    Port = 3,
    Scheme = 4,
    TargetPort = 5,
    HostAndPort = 6,
}

/// <summary>Another resource's address, resolved when it is known.</summary>
public sealed class EndpointReference(IResourceWithEndpoints owner, string endpointName) : IValueProvider, IManifestExpressionProvider
{
    public string EndpointName { get; } = endpointName;

    string IManifestExpressionProvider.ValueExpression => Expression("url");

    internal string Expression(string property) => $"{{{owner.Name}.bindings.{EndpointName}.{property}}}";

    internal EndpointAnnotation Annotation =>
        owner.Annotations.OfType<EndpointAnnotation>().SingleOrDefault(endpoint => endpoint.Name == EndpointName)
            ?? throw new InvalidOperationException($"The resource '{owner.Name}' has no endpoint '{EndpointName}'.");

    public EndpointReferenceExpression Property(EndpointProperty property) => new(this, property);

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
        Property(EndpointProperty.Url).GetValueAsync(cancellationToken);
}

/// <summary>One part of another resource's address.</summary>
public class EndpointReferenceExpression(EndpointReference endpointReference, EndpointProperty property) : IValueProvider, IManifestExpressionProvider
{
    public string ValueExpression => endpointReference.Expression(property.ToString().ToLowerInvariant());

    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        var endpoint = endpointReference.Annotation;
        var port = (await endpoint.AllocatedPorts.WaitAsync(cancellationToken).ConfigureAwait(false))[0].ToString(CultureInfo.InvariantCulture);
        return property switch
        {
            EndpointProperty.Url => $"{endpoint.UriScheme}://127.0.0.1:{port}",
            EndpointProperty.Host or EndpointProperty.IPV4Host => "127.0.0.1",
            EndpointProperty.Port or EndpointProperty.TargetPort => port,
            EndpointProperty.Scheme => endpoint.UriScheme,
            EndpointProperty.HostAndPort => $"127.0.0.1:{port}",
            _ => throw new NotSupportedException($"The offline host does not know the endpoint property {property}."),
        };
    }
}
