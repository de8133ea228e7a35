using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Campaign.AppHost;

/// <summary>Shows the board: on a terminal a table that redraws itself until all is healthy, else and afterwards a line a change.</summary>
internal sealed class ConsoleView(DataFolder data, IConfiguration configuration, TimeProvider time)
{
    private readonly TextWriter output = Console.Out;
    private readonly bool live = !Console.IsOutputRedirected;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Dictionary<string, string> said = [];
    private int drawn;
    private bool ready;

    /// <summary>Called by one at a time.</summary>
    public void Show(IReadOnlyList<Status> all, Status changed)
    {
        if (live && !ready)
        {
            Draw(all);
        }
        else if (said.GetValueOrDefault(changed.Name) != Describe(changed)) // another address or process is no news
        {
            said[changed.Name] = Describe(changed);
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{time.GetLocalNow():HH:mm:ss} {changed.Name, -14} {Describe(changed)}")
            );
        }

        if (!ready && all.All(status => status.State == State.Healthy))
        {
            Ready(all);
        }
    }

    /// <summary>The table for good, and where to go from here.</summary>
    private void Ready(IReadOnlyList<Status> all)
    {
        if (!live)
        {
            Draw(all);
        }

        ready = true;
        output.WriteLine();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"All healthy after {clock.Elapsed.TotalSeconds:0.0} s. Logs: {data.LogFolder}. Passwords: {data.ParametersFile}. "
                    + $"Ctrl-C stops."
            )
        );
        foreach (var status in all.Where(status => status.IsExternal))
        {
            output.WriteLine($"{status.Name}: {status.Url}");
        }

        if (DashboardSettings.SignInAddressOf(configuration) is { } dashboard)
        {
            output.WriteLine($"dashboard: {dashboard}");
        }

        output.Flush();
    }

    private void Draw(IReadOnlyList<Status> all)
    {
        var widest = all.Max(status => status.Url?.Length ?? 0);
        if (live && drawn > 0)
        {
            output.Write($"\e[{drawn}A");
        }

        Line($"{"resource", -14} {"URL".PadRight(widest)} state");
        foreach (var status in all)
        {
            Line($"{status.Name, -14} {(status.Url ?? "").PadRight(widest)} {Describe(status)}");
        }

        drawn = all.Count + 1;
    }

    private void Line(string text) => output.WriteLine(live ? $"\e[2K{text}" : text);

    private static string Describe(Status status) =>
        status.State.ToString().ToLowerInvariant() + (status.Detail is { } detail ? $" ({detail.Text})" : "");
}
