using System.Diagnostics;

namespace Campaign.Benchmarks.RollUps;

/// <summary>Whether the city's figures stay as quick to read when the city has met thirty times as often.</summary>
internal sealed class RollUpRow : Row
{
    private const double AtMost = 1.5;

    public override string Name => "roll-up";

    public override string Subject => "roll-up query, 8 quarters x all districts";

    public override string Control => "the same at 1/30 of the data";

    public override string Target => $"<= {AtMost}x";

    public override TimeSpan Limit(bool quick) => TimeSpan.FromSeconds(quick ? 40 : 300);

    public override async Task<Result> RunAsync(Bench bench, CancellationToken ct)
    {
        var cells = bench.Quick ? 330 : 990;
        await using var large = await SeededCity.StartAsync(bench, cells, ct);
        await using var small = await SeededCity.StartAsync(bench, cells / 30, ct);
        var queries = bench.Quick ? 40 : 200;
        var medians = await bench.MediansAsync(() => MillisecondsAsync(large, queries, ct), () => MillisecondsAsync(small, queries, ct));
        var ratio = medians[0] / medians[1];
        return new Result(
            $"{medians[0]:0.0} ms with {cells * 30 * 24:N0} sessions, {medians[1]:0.0} ms with {cells * 24:N0}",
            ratio,
            ratio <= AtMost
        );
    }

    /// <returns>The median of some queries.</returns>
    private static async Task<double> MillisecondsAsync(SeededCity city, int queries, CancellationToken ct)
    {
        List<double> took = [];
        for (var query = 0; query < queries; query++)
        {
            var watch = Stopwatch.StartNew();
            await city.QueryAsync(ct);
            took.Add(watch.Elapsed.TotalMilliseconds);
        }

        return Figures.Quantile(took, 0.5);
    }
}
