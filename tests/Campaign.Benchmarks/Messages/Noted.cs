using Campaign.Contracts;

namespace Campaign.Benchmarks.Messages;

/// <summary>The event that travels in these rows: 400 bytes of JSON.</summary>
[PublishedBy(BenchService.Talker)]
internal sealed record Noted : CampaignEvent
{
    public const int Bytes = 400;

    public required string Text { get; init; }
}
