namespace Campaign.Contracts;

/// <summary>
/// What a service or process says of how it is: a code, which readers are told of in their language, and plain English for machines and
/// logs.
/// </summary>
/// <param name="Code">Stable, in kebab-case, e.g. <c>broker-away</c>.</param>
/// <param name="Text">The whole of it in English, for who does not know the code.</param>
/// <param name="About">What the sentence of the code names, e.g. a district, an exit code, seconds; null when it names nothing.</param>
/// <param name="Cause">What was heard from elsewhere, word for word, e.g. a server's answer.</param>
public sealed record Finding(string Code, string Text, string? About = null, string? Cause = null)
{
    /// <summary>Where a health check's data, and the answer of <c>/health</c>, have its findings.</summary>
    public const string Key = "findings";

    /// <summary>The data of a health check that found these.</summary>
    public static IReadOnlyDictionary<string, object> Data(params IReadOnlyList<Finding> findings) =>
        new Dictionary<string, object> { [Key] = findings };
}
