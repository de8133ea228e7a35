using System.Collections.Concurrent;
using System.Diagnostics;

namespace Campaign.Benchmarks.CheckIn;

/// <summary>How long after the answer the city's figure is right.</summary>
internal sealed class EndToEndRow : Row
{
    private const double AtMost = 10;
    private const int PerSecond = 200;

    public override string Name => "end-to-end";

    public override string Subject => "at 200/s: check-in POST answered -> City's figure changed";

    public override string Control => "RabbitMQ.Client, publish -> delivery on a quorum queue";

    public override string Target => $"p50 and p99 <= {AtMost}x";

    public override TimeSpan Limit(bool quick) => TimeSpan.FromSeconds(quick ? 80 : 500);

    public override async Task<Result> RunAsync(Bench bench, CancellationToken ct)
    {
        var broker = await bench.Servers.CreateVirtualHostAsync("end-to-end");
        await using var session = await SessionHost.StartAsync(bench, broker, ct);
        await using var city = await CityWatch.StartAsync(bench, broker, ct);
        await using var pipe = await BarePipe.StartAsync(broker, ct);
        var count = PerSecond * (bench.Quick ? 4 : 20);
        List<double> ours99 = [],
            bare99 = [];
        var medians = await bench.MediansAsync(
            async () => Median(await CheckInAsync(session, city, count, ct), ours99),
            async () => Median(await pipe.RunAsync(count, PerSecond, ct), bare99)
        );
        var (ours, bare) = (Figures.Quantile(ours99.Skip(1), 0.5), Figures.Quantile(bare99.Skip(1), 0.5));
        var ratio = Math.Max(medians[0] / medians[1], ours / bare);
        return new Result(
            $"p50 {medians[0]:0.0} ms, p99 {ours:0.0} ms; bare p50 {medians[1]:0.0} ms, p99 {bare:0.0} ms",
            ratio,
            ratio <= AtMost,
            $"p50 {medians[0] / medians[1]:0.0}x, p99 {ours / bare:0.0}x; the larger counts"
        );
    }

    private static double Median(double[] milliseconds, List<double> p99)
    {
        p99.Add(Figures.Quantile(milliseconds, 0.99));
        return Figures.Quantile(milliseconds, 0.5);
    }

    private static async Task<double[]> CheckInAsync(SessionHost session, CityWatch city, int count, CancellationToken ct)
    {
        // 500 participants a session
        var turns = await session.OpenAsync((count / 500) + 1, Settings.Districts, ct);
        var answered = new ConcurrentBag<(string District, long At)>();
        var watching = city.WatchAsync(count, ct);
        await Load.EvenlyAsync(
            count,
            PerSecond,
            async number =>
            {
                await session.CheckInAsync(turns[number], ct);
                answered.Add((turns[number].District, Stopwatch.GetTimestamp()));
            },
            ct
        );
        var seen = await watching;
        // a district keeps its order: its n-th answer belongs to the n-th change of its figure
        return
        [
            .. answered
                .GroupBy(answer => answer.District)
                .SelectMany(district =>
                    district
                        .Select(answer => answer.At)
                        .Order()
                        .Zip(seen[district.Key], (from, to) => Math.Max(0, Stopwatch.GetElapsedTime(from, to).TotalMilliseconds))
                ),
        ];
    }
}
