namespace Campaign.Benchmarks.Messages;

/// <summary>Full queues are worked off into inbox and effect.</summary>
internal sealed class ConsumeRow : Row
{
    private const double AtLeast = 0.5;

    public override string Name => "consume";

    public override string Subject => "consume under backlog: 30 queues -> inbox + effect";

    public override string Control => "RabbitMQ.Client, empty handler, one event a message, same queues";

    public override string Target => $">= {AtLeast}x events/s";

    public override TimeSpan Limit(bool quick) => TimeSpan.FromSeconds(quick ? 85 : 900);

    public override async Task<Result> RunAsync(Bench bench, CancellationToken ct)
    {
        var each = bench.Quick ? 300 : 4000;
        var events = each * BenchService.Districts.Length;
        var broker = await bench.Servers.CreateVirtualHostAsync("consume");
        var database = await bench.Servers.CreateDatabaseAsync("listener");
        await Bench.ExecuteAsync(database, BenchDb.Tables, ct);
        await using var talker = await BenchService.StartAsync(
            BenchService.Talker,
            await bench.Servers.CreateDatabaseAsync("talker"),
            broker,
            ct
        );
        await using var bare = await BareBroker.ConnectAsync(broker, ct);
        var handled = 0L;
        var medians = await bench.MediansAsync(
            async () =>
            {
                await talker.FillAsync(each, published: false, ct);
                await talker.RelayAsync(ct);
                await using var listener = await BenchService.StartAsync(BenchService.Listener, database, broker, ct);
                // the sum is exact: one effect too many would never be seen as done
                await listener.UntilHandledAsync(handled += events, ct);
                return events / listener.Beginning.Elapsed.TotalSeconds;
            },
            async () =>
            {
                await bare.PublishAsync(each, ct);
                return await bare.ConsumeAsync(events, ct);
            },
            async () =>
            {
                await bare.PublishAsync(each, ct);
                return await MassTransitTwin.ConsumeAsync(broker, events, ct);
            }
        );
        var ratio = medians[0] / medians[1];
        return new Result(
            $"{medians[0]:0} events/s, bare client {medians[1]:0}",
            ratio,
            ratio >= AtLeast,
            $"MassTransit into an empty handler {medians[2]:0} events/s"
        );
    }
}
