namespace Campaign.Benchmarks.Messages;

/// <summary>A full event log runs out to the broker.</summary>
internal sealed class RelayRow : Row
{
    private const double AtLeast = 0.7;

    public override string Name => "relay";

    public override string Subject => "relay under backlog: event log -> 30 quorum queues, 400-byte events";

    public override string Control => "RabbitMQ.Client, one event a message, confirms, 256 outstanding, same queues";

    public override string Target => $">= {AtLeast}x events/s";

    public override TimeSpan Limit(bool quick) => TimeSpan.FromSeconds(quick ? 60 : 600);

    public override async Task<Result> RunAsync(Bench bench, CancellationToken ct)
    {
        var each = bench.Quick ? 300 : 4000;
        var events = each * BenchService.Districts.Length;
        var broker = await bench.Servers.CreateVirtualHostAsync("relay");
        await using var talker = await BenchService.StartAsync(
            BenchService.Talker,
            await bench.Servers.CreateDatabaseAsync("relay"),
            broker,
            ct
        );
        await using var bare = await BareBroker.ConnectAsync(broker, ct);
        var medians = await bench.MediansAsync(
            async () =>
            {
                // the first time round this also declares exchange, queues and bindings
                await talker.FillAsync(1, published: false, ct);
                await talker.RelayAsync(ct);
                await talker.FillAsync(each, published: false, ct);
                var rate = await Figures.RateAsync(events, () => talker.RelayAsync(ct));
                await bare.PurgeAsync(ct);
                return rate;
            },
            async () =>
            {
                var rate = await Figures.RateAsync(events, () => bare.PublishAsync(each, ct));
                await bare.PurgeAsync(ct);
                return rate;
            },
            async () =>
            {
                var rate = await MassTransitTwin.PublishAsync(broker, each, ct);
                await bare.PurgeAsync(ct);
                return rate;
            }
        );
        var ratio = medians[0] / medians[1];
        return new Result(
            $"{medians[0]:0} events/s, bare client {medians[1]:0}",
            ratio,
            ratio >= AtLeast,
            $"MassTransit from memory {medians[2]:0} events/s"
        );
    }
}
