using System.Diagnostics.CodeAnalysis;

namespace Campaign.Hosting.Problems;

/// <summary>
/// A request that cannot be carried out, as RFC 9457 problem details of type <c>urn:campaign:problem:{slug}</c>.
/// </summary>
/// <param name="slug">Stable, kebab-case; people's software reacts to it.</param>
/// <param name="status">HTTP status code.</param>
/// <param name="detail">What happened and what to do about it, in a sentence.</param>
[SuppressMessage("Naming", "CA1710", Justification = "The field's word, and shorter where it is thrown")]
public sealed class Problem(string slug, int status, string detail) : Exception(detail)
{
    public string Slug { get; } = slug;
    public int Status { get; } = status;

    /// <summary>Further members of the problem object.</summary>
    public IDictionary<string, object?> Extensions { get; } = new Dictionary<string, object?>();

    public static Problem NotFound(string what) =>
        new("not-found", 404, $"There is no such {what}, or it is outside your units. Check the address.");

    public static Problem Invalid(string detail) => new("invalid-request", 400, detail);

    public static Problem Conflict(string slug, string detail) => new(slug, 409, detail);

    /// <summary>Throws what stands against it, if something does.</summary>
    public static void Throw(Problem? against)
    {
        if (against is not null)
        {
            throw against;
        }
    }

    /// <summary>Throws <c>invalid-request</c> unless <paramref name="condition"/> holds.</summary>
    public static void Unless(bool condition, string detail)
    {
        if (!condition)
        {
            throw Invalid(detail);
        }
    }

    /// <summary>What a database cannot keep in a text: the character U+0000.</summary>
    internal const string NulInText = "A text holds the character U+0000, which cannot be stored. Remove it.";

    /// <summary>The trimmed text; throws <c>invalid-request</c> when its length is outside the bounds, or it cannot be stored.</summary>
    public static string Text(string? value, string field, int max, int min = 1)
    {
        var text = value?.Trim() ?? "";
        Unless(text.Length >= min && text.Length <= max, $"'{field}' must have {min} to {max} characters; it has {text.Length}.");
        Unless(!text.Contains('\0', StringComparison.Ordinal), $"'{field}': {NulInText}");
        return text;
    }

    /// <summary>The value; throws <c>invalid-request</c> when it is not one of the allowed.</summary>
    public static string OneOf(string? value, string field, IReadOnlyCollection<string> allowed)
    {
        Unless(value is not null && allowed.Contains(value), $"'{field}' must be one of: {string.Join(", ", allowed)}.");
        return value!;
    }
}
