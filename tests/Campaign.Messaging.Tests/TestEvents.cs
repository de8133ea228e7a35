using Campaign.Contracts;

namespace Campaign.Messaging.Tests;

/// <summary>Published by the test service "alpha"; "beta" and "gamma" listen to it.</summary>
[PublishedBy("alpha")]
public sealed record Noted : CampaignEvent
{
    public required string Text { get; init; }

    public static Noted In(string district, long version, string text = "note", Guid? aggregate = null) =>
        new()
        {
            District = district,
            AggregateId = aggregate ?? Guid.CreateVersion7(),
            Version = version,
            Text = text,
        };
}

/// <summary>Published by "beta" in answer to <see cref="Noted"/>.</summary>
[PublishedBy("beta")]
public sealed record Answered : CampaignEvent
{
    public required Guid To { get; init; }
}
