using System.Net;
using Campaign.Api.Problems;

namespace Campaign.Api;

/// <summary>A service refused a request; carries its problem details (RFC 9457).</summary>
/// <param name="message">The sentence in English.</param>
/// <param name="parameters">What the type's sentence names; see <see cref="ProblemSentences"/> for it in the reader's language.</param>
/// <param name="errors">What is wrong with which field, where the type is <c>invalid-request</c>.</param>
public sealed class ApiException(
    HttpStatusCode status,
    string type,
    string message,
    IReadOnlyDictionary<string, object?>? parameters = null,
    IReadOnlyList<FieldError>? errors = null
) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>Stable identifier, e.g. <c>urn:campaign:problem:cap-exceeded</c>.</summary>
    public string Type { get; } = type;

    public IReadOnlyDictionary<string, object?> Parameters { get; } = parameters ?? new Dictionary<string, object?>();

    public IReadOnlyList<FieldError> Errors { get; } = errors ?? [];
}
