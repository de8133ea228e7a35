using System.Net;
using System.Net.Http.Json;
using Campaign.Api.Operations;
using Campaign.Testing;
using RabbitMQ.Client;

namespace Campaign.Messaging.Tests;

/// <summary>Events that fail alone, messages that cannot be read, and what the operator does about them.</summary>
public sealed class FailureTests(TestServers servers) : MessagingTest(servers)
{
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task A_poison_event_is_parked_alone_and_replayed_when_cured()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store);
        using var http = new HttpClient { BaseAddress = new Uri(beta.Address) };

        await alpha.AppendAsync(Noted.In("city", 1), Noted.In("city", 2, "poison"), Noted.In("city", 3));

        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 2L);
        (await beta.VersionsAsync("city")).ShouldBe([1, 3]);
        var parked = await Eventually.TrueAsync(
            "the parked event",
            () => http.GetFromJsonAsync<ParkedPage>("operations/messaging/parked", Stop),
            page => page!.Items.Count == 1
        );
        var message = parked!.Items[0];
        message.Reason.ShouldContain("This note is poison.");
        message.Attempts.ShouldBe(3);
        message.May.ShouldBe(["replay", "discard"]);

        (await http.PostAsync($"operations/messaging/parked/{message.Id}/replay", null, Stop)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        beta.Behaviour.Cured = true;
        (await http.PostAsync($"operations/messaging/parked/{message.Id}/replay", null, Stop)).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await beta.VersionsAsync("city")).ShouldBe([1, 3, 2]);
        (await http.PostAsync($"operations/messaging/parked/{message.Id}/replay", null, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var replayed = await http.GetFromJsonAsync<ParkedPage>("operations/messaging/parked?state=replayed", Stop);
        replayed!.Items.ShouldHaveSingleItem().May.ShouldBeEmpty();
        (await beta.EffectsAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task A_discarded_event_has_no_effect()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store);
        using var http = new HttpClient { BaseAddress = new Uri(beta.Address) };

        await alpha.AppendAsync(Noted.In("city", 1, "poison"));

        var id = await Eventually.TrueAsync(
            "the parked event",
            () => beta.ScalarAsync<long>("select coalesce(max(id), 0) from messaging.parked"),
            id => id > 0
        );
        (await http.PostAsync($"operations/messaging/parked/{id}/discard", null, Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await http.PostAsync($"operations/messaging/parked/{id}/replay", null, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await beta.EffectsAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("{ this is no pack")]
    [InlineData("")]
    [InlineData("""{"hello":"world"}""")]
    public async Task A_message_that_cannot_be_read_is_parked_and_makes_no_second_set_of_queues(string body)
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store);
        await alpha.AppendAsync(Noted.In("city", 1));
        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 1L);

        await PublishAsync(System.Text.Encoding.UTF8.GetBytes(body));
        await alpha.AppendAsync(Noted.In("city", 2));

        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 2L);
        await Eventually.EqualsAsync(
            "parked messages",
            () => beta.ScalarAsync<long>("select count(*) from messaging.parked where projection is null"),
            1L
        );
        (await Servers.QueuesAsync(Broker)).ShouldNotContain(queue => queue.Contains("error") || queue.Contains("skipped"));
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_is_parked_alone()
    {
        var alpha = await StartAsync("alpha");
        var beta = await StartAsync("beta", TestService.Store);

        await alpha.AppendAsync(Noted.In("city", 1));
        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 1L);
        await alpha.ExecuteAsync(
            """
            insert into messaging.event_log (event_id, district, type, aggregate_id, version, payload)
            values (gen_random_uuid(), 'city', 'Noted', gen_random_uuid(), 2, '{"text": 5}')
            """
        );
        await alpha.AppendAsync(Noted.In("city", 3));

        await Eventually.EqualsAsync("effects", beta.EffectsAsync, 2L);
        await Eventually.EqualsAsync(
            "parked events",
            () => beta.ScalarAsync<long>("select count(*) from messaging.parked where projection = 'effects'"),
            1L
        );
    }

    private async Task PublishAsync(byte[] body)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(Broker) }.CreateConnectionAsync(Stop);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Stop);
        await channel.BasicPublishAsync("alpha.events", "city", body, Stop);
    }
}
