using System.Diagnostics;

namespace Campaign.Benchmarks;

/// <summary>Rounds that take turns, so that what else the machine does hits all sides alike.</summary>
internal static class Rounds
{
    /// <summary>One warm-up of each side, then <paramref name="count"/> rounds in turn.</summary>
    /// <returns>The median of each side, in the order of <paramref name="sides"/>.</returns>
    public static async Task<double[]> MediansAsync(int count, params Func<Task<double>>[] sides)
    {
        var seen = sides.Select(_ => new List<double>()).ToArray();
        for (var round = -1; round < count; round++)
        {
            for (var side = 0; side < sides.Length; side++)
            {
                var figure = await sides[side]();
                if (round >= 0)
                {
                    seen[side].Add(figure);
                }
            }
        }

        return [.. seen.Select(figures => Quantile(figures, 0.5))];
    }

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
