using System.Text.Json;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Faults.Tests;

/// <summary>Messages that cannot be handled, put straight into City's queue: they are put aside and hold nothing up.</summary>
public sealed class PoisonTests(World world)
{
    private const string Queue = $"{Resources.City}.dong";

    [Fact]
    public async Task A_garbage_body_is_parked_and_discarded_while_the_queue_goes_on()
    {
        await world.BeginAsync();
        var load = await world.Ledger.StartLoadAsync();
        await world.Broker.PublishAsync(Queue, "{ no pack");

        var parked = await Eventually.TrueAsync(
            "the garbage to be parked",
            () => world.ParkedAsync(Resources.City),
            messages => messages.Count == 1
        );
        parked[0]
            .ShouldSatisfyAllConditions(
                message => message.Payload.ShouldBe("{ no pack"),
                message => message.EventId.ShouldBeNull(),
                message => message.District.ShouldBe("dong")
            );
        await world.DecideAsync(Resources.City, parked[0], "discard");

        await load.DoneAsync();
        await world.Ledger.CloseAsync("1 body parked and discarded");
    }

    [Fact]
    public async Task A_bad_event_between_good_ones_is_parked_alone_and_replayed_when_cured()
    {
        await world.BeginAsync();
        var campaign = Guid.CreateVersion7();
        await world.ExecuteAsync(Resources.City, "alter table documents add constraint poison check (title <> 'poison')");
        var load = await world.Ledger.StartLoadAsync();
        await world.Broker.PublishAsync(Queue, Pack(Issued(campaign, "good"), Issued(campaign, "poison"), Issued(campaign, "good")));

        var parked = await Eventually.TrueAsync(
            "the bad event to be parked",
            () => world.ParkedAsync(Resources.City),
            messages => messages.Count == 1
        );
        parked[0].Payload.ShouldContain("poison");
        await Eventually.EqualsAsync("documents beside the bad one", () => DocumentsAsync(campaign), 2L);

        await world.ExecuteAsync(Resources.City, "alter table documents drop constraint poison");
        await world.DecideAsync(Resources.City, parked[0], "replay");

        (await DocumentsAsync(campaign)).ShouldBe(3);
        await load.DoneAsync();
        await world.Ledger.CloseAsync("1 event parked and replayed");
    }

    private Task<long> DocumentsAsync(Guid campaign) =>
        world.ScalarAsync<long>(
            Resources.City,
            "select coalesce(sum(value), 0)::bigint from figures where campaign_id = $1 and name = 'directives'",
            campaign
        );

    private static DirectiveIssued Issued(Guid campaign, string title) =>
        new()
        {
            District = "dong",
            CampaignId = campaign,
            AggregateId = Guid.CreateVersion7(),
            Version = 1,
            OccurredAt = DateTimeOffset.UtcNow,
            Symbol = "01-KH/QU",
            DocumentType = "KH",
            Title = title,
            Issuer = "Quận ủy",
            SignedOn = new DateOnly(2026, 3, 1),
            Units = 0,
        };

    private static string Pack(params DirectiveIssued[] events) =>
        JsonSerializer.Serialize(
            new
            {
                events = events.Select(issued => new
                {
                    id = issued.EventId,
                    type = nameof(DirectiveIssued),
                    recordedAt = DateTimeOffset.UtcNow,
                    payload = issued,
                }),
            },
            JsonSerializerOptions.Web
        );
}
