using System.Diagnostics.CodeAnalysis;

namespace Campaign.Api;

/// <summary>
/// Addresses of the API behind the gateway, <c>/api/v1/{service}/…</c>. What may change within v1 is in decision 009.
/// </summary>
public static class ApiAddress
{
    public const string Version = "v1";

    /// <summary>What every address begins with.</summary>
    public const string Root = $"/api/{Version}";

    public static string Of(string service) => $"{Root}/{service}";

    /// <param name="path">Within the service, with its query string.</param>
    public static string Of(string service, string path) => $"{Root}/{service}/{path}";

    /// <summary>The service and the address within it; false where it is no address of the API.</summary>
    /// <param name="address">With the query string where the service needs it.</param>
    public static bool TryRead(string address, [NotNullWhen(true)] out string? service, [NotNullWhen(true)] out string? path)
    {
        (service, path) = address.Split('/', 5) is ["", "api", Version, var name, var rest] ? (name, rest) : default;
        return service is not null;
    }
}
