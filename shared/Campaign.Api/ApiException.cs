using System.Net;

namespace Campaign.Api;

/// <summary>A service refused a request; carries its problem details (RFC 9457).</summary>
public sealed class ApiException(HttpStatusCode status, string type, string message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>Stable identifier, e.g. <c>urn:campaign:problem:cap-exceeded</c>.</summary>
    public string Type { get; } = type;
}
