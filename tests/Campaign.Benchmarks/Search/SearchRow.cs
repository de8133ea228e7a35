using System.Diagnostics;

namespace Campaign.Benchmarks.Search;

/// <summary>Whether a person is found as quickly among half a million as among five thousand, letter by letter.</summary>
internal sealed class SearchRow : Row
{
    private const double AtMost = 2;

    public override string Name => "search";

    public override string Subject => "member search p99, 500,000 members";

    public override string Control => "the same at 5,000 members";

    public override string Target => $"<= {AtMost}x";

    public override TimeSpan Limit(bool quick) => TimeSpan.FromSeconds(quick ? 90 : 400);

    public override async Task<Result> RunAsync(Bench bench, CancellationToken ct)
    {
        await using var large = await SeededMembers.StartAsync(bench, 500_000, ct);
        await using var small = await SeededMembers.StartAsync(bench, 5_000, ct);
        var queries = bench.Quick ? 200 : 1000;
        var medians = await bench.MediansAsync(() => P99Async(large, queries, ct), () => P99Async(small, queries, ct));
        var ratio = medians[0] / medians[1];
        return new Result($"p99 {medians[0]:0.0} ms at 500,000, {medians[1]:0.0} ms at 5,000", ratio, ratio <= AtMost);
    }

    private static async Task<double> P99Async(SeededMembers members, int queries, CancellationToken ct)
    {
        List<double> took = [];
        for (var query = 0; query < queries; query++)
        {
            var watch = Stopwatch.StartNew();
            await members.SearchAsync(query, ct);
            took.Add(watch.Elapsed.TotalMilliseconds);
        }

        return Figures.Quantile(took, 0.99);
    }
}
