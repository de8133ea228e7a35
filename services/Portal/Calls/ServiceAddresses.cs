namespace Campaign.Portal.Calls;

/// <summary>Where the services are: <c>services:{name}:http:0…</c>, one entry a replica.</summary>
public sealed class ServiceAddresses(IConfiguration configuration)
{
    private int _turn;

    public static IReadOnlyList<Uri> Of(IConfiguration configuration, string service)
    {
        var addresses = configuration
            .GetSection($"services:{service}:http")
            .GetChildren()
            .Select(entry => entry.Value)
            .OfType<string>()
            .Select(address => new Uri(address.TrimEnd('/') + "/"))
            .ToList();
        return addresses.Count > 0 ? addresses : [new Uri($"http://{service}/")];
    }

    public IReadOnlyList<Uri> Of(string service) => Of(configuration, service);

    /// <summary>The replicas, the next one in turn first.</summary>
    public IReadOnlyList<Uri> InTurn(string service)
    {
        var addresses = Of(service);
        var start = addresses.Count == 1 ? 0 : (int)((uint)Interlocked.Increment(ref _turn) % addresses.Count);
        return [.. addresses.Skip(start), .. addresses.Take(start)];
    }
}
