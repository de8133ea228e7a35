using System.Diagnostics;

namespace Campaign.Benchmarks.Messages;

/// <summary>What years of published events behind the relay cost it.</summary>
internal sealed class LongLogRow : Row
{
    private const double AtMost = 1.2;

    public override string Name => "long-log";

    public override string Subject => "relay with 5 million published rows behind it (quick: 500,000)";

    public override string Control => "the same with 50,000 (quick: 5,000)";

    public override string Target => $"<= {AtMost}x per event";

    public override TimeSpan Limit(bool quick) => TimeSpan.FromSeconds(quick ? 75 : 1200);

    public override async Task<Result> RunAsync(Bench bench, CancellationToken ct)
    {
        var behind = bench.Quick ? 500_000 : 5_000_000;
        var each = bench.Quick ? 200 : 2000;
        await using var longLog = await StartAsync(bench, "long", behind, ct);
        await using var shortLog = await StartAsync(bench, "short", behind / 100, ct);
        var medians = await bench.MediansAsync(() => CostAsync(longLog, each, ct), () => CostAsync(shortLog, each, ct));
        var ratio = medians[0] / medians[1];
        return new Result($"{medians[0]:0.0} µs an event, short log {medians[1]:0.0} µs", ratio, ratio <= AtMost);
    }

    private static async Task<BenchService> StartAsync(Bench bench, string name, int rows, CancellationToken ct)
    {
        var service = await BenchService.StartAsync(
            BenchService.Talker,
            await bench.Servers.CreateDatabaseAsync(name),
            await bench.Servers.CreateVirtualHostAsync(name),
            ct
        );
        await service.FillAsync(rows / BenchService.Districts.Length, published: true, ct);
        await service.VacuumAsync(ct);
        return service;
    }

    /// <returns>Microseconds an event.</returns>
    private static async Task<double> CostAsync(BenchService talker, int each, CancellationToken ct)
    {
        await talker.FillAsync(each, published: false, ct);
        var watch = Stopwatch.StartNew();
        await talker.RelayAsync(ct);
        return watch.Elapsed.TotalMicroseconds / (each * BenchService.Districts.Length);
    }
}
