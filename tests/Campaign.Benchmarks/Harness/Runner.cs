using System.Globalization;
using Campaign.Testing;

namespace Campaign.Benchmarks;

/// <summary>Reads the command line, runs the rows, prints the table.</summary>
internal static class Runner
{
    private const string Usage = "usage: Campaign.Benchmarks [--list] [--quick] [--only ROW]...";

    /// <returns>0 when every target is met, 1 when one is missed, 2 for a command line that says nothing.</returns>
    public static async Task<int> RunAsync(string[] arguments, IReadOnlyList<Row> rows)
    {
        // where the services' content roots are listed
        Environment.CurrentDirectory = AppContext.BaseDirectory;
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        var (quick, list, only) = (false, false, new List<string>());
        for (var index = 0; index < arguments.Length; index++)
        {
            switch (arguments[index])
            {
                case "--quick":
                    quick = true;
                    break;
                case "--list":
                    list = true;
                    break;
                case "--only" when index + 1 < arguments.Length && rows.Any(row => row.Name == arguments[index + 1]):
                    only.Add(arguments[++index]);
                    break;
                default:
                    await Console.Error.WriteLineAsync($"{Usage}\nrows: {string.Join(", ", rows.Select(row => row.Name))}");
                    return 2;
            }
        }

        List<Row> chosen = [.. rows.Where(row => only.Count == 0 || only.Contains(row.Name))];
        if (list)
        {
            chosen.ForEach(row => Console.WriteLine($"{row.Name, -12} {row.Target, -24} {row.Subject} | against {row.Control}"));
            return 0;
        }

        return await MeasureAsync(chosen, quick) ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(List<Row> rows, bool quick)
    {
        await using var servers = new TestServers();
        await servers.InitializeAsync();
        Console.WriteLine($"{Environment.ProcessorCount} cores, load {Load()}, {(quick ? "quick" : "full")}");
        Console.WriteLine($"{"row", -12} {"ratio", 7}  {"target", -24} {"", -6} measured");
        var met = true;
        foreach (var row in rows)
        {
            var bench = new Bench(servers, quick, row.Limit(quick));
            var result = await MeasureAsync(row, bench);
            met &= result.Met;
            var ratio = result.Ratio is { } figure ? $"{figure:0.00}x" : "-";
            var rounds = bench.Rounds > 0 ? $" (median of {bench.Rounds})" : "";
            Console.WriteLine(
                $"{row.Name, -12} {ratio, 7}  {row.Target, -24} {(result.Met ? "met" : "MISSED"), -6} {result.Measured}{rounds}"
            );
            foreach (var line in result.Beside)
            {
                Console.WriteLine($"{"", -21}  {line}");
            }
        }

        Console.WriteLine($"load at the end {Load()}");
        return met;
    }

    private static async Task<Result> MeasureAsync(Row row, Bench bench)
    {
        using var limit = new CancellationTokenSource(row.Limit(bench.Quick));
        try
        {
            return await row.RunAsync(bench, limit.Token);
        }
        catch (Exception failure) when (limit.IsCancellationRequested && failure is not OutOfMemoryException)
        {
            return new Result($"stopped: not done after {row.Limit(bench.Quick).TotalSeconds:0} s", null, false);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return new Result($"failed: {failure.GetBaseException().Message}", null, false, failure.ToString());
        }
    }

    private static string Load() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";
}
