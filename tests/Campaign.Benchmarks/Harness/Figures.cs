using System.Diagnostics;

namespace Campaign.Benchmarks;

/// <summary>Figures of a round.</summary>
internal static class Figures
{
    /// <param name="values">At least one.</param>
    /// <param name="share">0–1; 0.5 is the median.</param>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        var place = (sorted.Length - 1) * share;
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    /// <returns>Events a second.</returns>
    public static async Task<double> RateAsync(int events, Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return events / watch.Elapsed.TotalSeconds;
    }
}
