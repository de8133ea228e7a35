namespace Campaign.Api.Operations;

/// <summary>How far a rebuild is.</summary>
/// <param name="Projection">Which projection.</param>
/// <param name="State"><c>running</c>, <c>completed</c>, <c>cancelled</c> or <c>failed</c>.</param>
/// <param name="StartedAt">UTC.</param>
/// <param name="StartedBy">Who started it.</param>
/// <param name="FinishedAt">UTC; null while it runs.</param>
/// <param name="Problem">What holds it up at the moment.</param>
/// <param name="Sources">The logs that it reads.</param>
public sealed record RebuildProgress(
    string Projection,
    string State,
    DateTimeOffset StartedAt,
    string StartedBy,
    DateTimeOffset? FinishedAt,
    string? Problem,
    IReadOnlyList<RebuildSource> Sources
)
{
    /// <summary>What its reader may do now: <c>cancel</c> it, or <c>rebuild</c> the projection again.</summary>
    public IReadOnlyList<string> May { get; init; } = [];
}

/// <summary>How far the log of a publisher is read.</summary>
/// <param name="Publisher">The service whose log it is.</param>
/// <param name="After">Number of the last event applied.</param>
/// <param name="Until">Number at which the history ends; later events come by the queues. Null before the first page.</param>
/// <param name="Events">Events read so far.</param>
public sealed record RebuildSource(string Publisher, long After, long? Until, long Events);
