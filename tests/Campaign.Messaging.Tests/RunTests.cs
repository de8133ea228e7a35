using Campaign.Messaging.Broker;
using Campaign.Messaging.Inbox;
using Campaign.Messaging.Log;
using Campaign.Messaging.Schema;
using Campaign.Testing;

namespace Campaign.Messaging.Tests;

/// <summary>Events of one type that follow each other are handled at once by whoever takes runs.</summary>
public sealed class RunTests(TestServers servers) : MessagingTest(servers)
{
    private static readonly Guid[] s_notes = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];

    [Fact]
    public async Task A_run_ends_before_an_aggregate_comes_again()
    {
        var beta = await StartAsync("beta", messaging => messaging.Projection("runs", projection => projection.Handle<Noted, StoreRun>()));

        await HandleAsync(beta, Note(0, 1), Note(1, 2), Note(0, 3), Note(2, 4), Note(1, 5));

        (await TextsAsync(beta)).ShouldBe(["1 of 2", "2 of 2", "1 of 3", "2 of 3", "3 of 3"]);
        (await beta.VersionsAsync("city")).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task What_is_known_already_is_no_part_of_a_run()
    {
        var beta = await StartAsync("beta", messaging => messaging.Projection("runs", projection => projection.Handle<Noted, StoreRun>()));
        var (first, second, third) = (Note(0, 1), Note(1, 2), Note(2, 3));

        await HandleAsync(beta, second);
        await HandleAsync(beta, first, second, third, first);

        (await TextsAsync(beta)).ShouldBe(["1 of 1", "1 of 2", "2 of 2"]);
    }

    [Fact]
    public async Task A_handler_beside_that_takes_single_events_keeps_the_order_of_both()
    {
        var beta = await StartAsync("beta", messaging =>
            messaging.Projection("both", projection => projection.Handle<Noted, StoreRun>().Handle<Noted, StoreEffect>())
        );

        await HandleAsync(beta, Note(0, 1), Note(1, 2));

        (await TextsAsync(beta)).ShouldBe(["1 of 1", "note", "1 of 1", "note"]);
    }

    [Fact]
    public async Task A_poison_event_of_a_run_is_parked_alone()
    {
        var beta = await StartAsync("beta", messaging => messaging.Projection("runs", projection => projection.Handle<Noted, StoreRun>()));

        await HandleAsync(beta, Note(0, 1), Note(1, 2, "poison"), Note(2, 3));

        (await beta.VersionsAsync("city")).ShouldBe([1, 3]);
        (await beta.ScalarAsync<long>("select count(*) from messaging.parked")).ShouldBe(1);
    }

    private static Noted Note(int aggregate, long version, string text = "note") => Noted.In("city", version, text, s_notes[aggregate]);

    private static async Task HandleAsync(TestService service, params Noted[] notes)
    {
        await service.Get<SchemaInstaller>().Ready;
        await service.Get<PackProcessor>().HandleAsync("city", [.. notes.Select(Pack)], TestContext.Current.CancellationToken);
    }

    private static Task<string[]> TextsAsync(TestService service) =>
        service.ScalarAsync<string[]>("select array_agg(text order by number) from effect");

    private static PackedEvent Pack(Noted noted) =>
        new()
        {
            Id = noted.EventId,
            Type = nameof(Noted),
            RecordedAt = DateTimeOffset.UtcNow,
            Payload = System.Text.Json.JsonSerializer.Serialize(noted, EventJson.Options),
        };
}
