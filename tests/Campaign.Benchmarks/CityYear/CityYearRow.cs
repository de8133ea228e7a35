using System.Diagnostics;

namespace Campaign.Benchmarks.CityYear;

/// <summary>Whether the pages of a cell and its ward stay as quick when a whole city has met for a year.</summary>
internal sealed class CityYearRow : Row
{
    private const double AtMost = 1.5;
    private const int Part = 30;

    public override string Name => "city-year";

    public override string Subject => "pages of a cell and a ward, a city-year of attendance";

    public override string Control => $"the same at 1/{Part} of the data";

    public override string Target => $"<= {AtMost}x";

    public override TimeSpan Limit(bool quick) => TimeSpan.FromSeconds(quick ? 90 : 900);

    public override async Task<Result> RunAsync(Bench bench, CancellationToken ct)
    {
        var cells = bench.Quick ? 60 : 555;
        await using var large = await SeededYear.StartAsync(bench, cells, ct);
        await using var small = await SeededYear.StartAsync(bench, Math.Max(5, cells / Part), ct);
        var opened = bench.Quick ? 20 : 100;
        var pages = large.Pages.Zip(small.Pages).ToList();
        var medians = await bench.MediansAsync([
            .. pages
                .SelectMany(page => new[] { page.First.Open, page.Second.Open })
                .Select(open => (Func<Task<double>>)(() => MillisecondsAsync(open, opened, ct))),
        ]);
        var ratios = pages
            .Select(
                (page, at) =>
                    (page.First.Name, Large: medians[2 * at], Small: medians[(2 * at) + 1], Ratio: medians[2 * at] / medians[(2 * at) + 1])
            )
            .ToList();
        var (name, slow, fast, worst) = ratios.MaxBy(page => page.Ratio);
        return new Result(
            $"{name}: {slow:0.0} ms with {cells * 30 * 480:N0} rows, {fast:0.0} ms with {Math.Max(5, cells / Part) * 30 * 480:N0}",
            worst,
            worst <= AtMost,
            [.. ratios.Select(page => $"{page.Name}: {page.Large:0.0} ms, {page.Small:0.0} ms, {page.Ratio:0.00}x")]
        );
    }

    /// <returns>The median of some times that the page was opened.</returns>
    private static async Task<double> MillisecondsAsync(Func<CancellationToken, Task> open, int times, CancellationToken ct)
    {
        List<double> took = [];
        for (var time = 0; time < times; time++)
        {
            var watch = Stopwatch.StartNew();
            await open(ct);
            took.Add(watch.Elapsed.TotalMilliseconds);
        }

        return Figures.Quantile(took, 0.5);
    }
}
