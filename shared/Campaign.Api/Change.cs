namespace Campaign.Api;

/// <summary>What a service has just committed, as <c>GET /changes</c> tells it: that something changed, not what it is now.</summary>
/// <param name="District">Null where the change did not say; then it may be any.</param>
/// <param name="Ids">Of all that was touched; null when it was too much to name.</param>
public sealed record Change(string? District, IReadOnlyList<Guid>? Ids)
{
    /// <summary>Address of the stream in every service.</summary>
    public const string Stream = "changes";

    /// <summary>The stream's event that carries a change; the others only show that it is there.</summary>
    public const string EventType = "change";

    /// <summary>A stream says something at least as often as this.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(15);
}
