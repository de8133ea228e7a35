namespace Campaign.Api.Operations;

/// <summary>An event or message that was put aside.</summary>
/// <param name="Id">Number to replay or discard it by.</param>
/// <param name="Projection">Whose handlers failed; null for a message that could not be read at all.</param>
/// <param name="EventId">Null for a message that could not be read at all.</param>
/// <param name="District">Whose queue it came from.</param>
/// <param name="Type">The event's wire name, where known.</param>
/// <param name="Payload">The event's JSON, or the message's body as text.</param>
/// <param name="Reason">Why it was parked, or why the last replay failed.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="ParkedAt">UTC.</param>
/// <param name="State"><c>parked</c>, <c>replayed</c> or <c>discarded</c>.</param>
/// <param name="ResolvedAt">UTC; null while parked.</param>
/// <param name="ResolvedBy">Who replayed or discarded it.</param>
public sealed record ParkedMessage(
    long Id,
    string? Projection,
    Guid? EventId,
    string District,
    string? Type,
    string Payload,
    string Reason,
    int Attempts,
    DateTimeOffset ParkedAt,
    string State,
    DateTimeOffset? ResolvedAt,
    string? ResolvedBy
)
{
    /// <summary>What its reader may do with it now: <c>replay</c>, <c>discard</c>.</summary>
    public IReadOnlyList<string> May { get; init; } = [];
}

/// <summary>A page of parked messages, newest first.</summary>
/// <param name="Items">The messages.</param>
/// <param name="Next">Cursor of the next page; null at the end.</param>
public sealed record ParkedPage(IReadOnlyList<ParkedMessage> Items, string? Next);
