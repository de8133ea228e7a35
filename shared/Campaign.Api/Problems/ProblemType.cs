namespace Campaign.Api.Problems;

/// <summary>A reason for which a request is refused (RFC 9457). Stable: software reacts to it.</summary>
/// <param name="Slug">Kebab-case, e.g. <c>cap-exceeded</c>; the sentences of both languages are kept under it.</param>
/// <param name="Status">HTTP status code.</param>
public sealed record ProblemType(string Slug, int Status)
{
    public const string Prefix = "urn:campaign:problem:";

    /// <summary>The <c>type</c> of the problem details.</summary>
    public string Urn => Prefix + Slug;
}
