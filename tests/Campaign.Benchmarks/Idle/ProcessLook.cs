using System.Diagnostics;
using System.Globalization;

namespace Campaign.Benchmarks.Idle;

/// <summary>What the kernel says about a process.</summary>
/// <param name="ResidentMiB">Memory in RAM.</param>
/// <param name="Processor">Time used since its start.</param>
internal sealed record ProcessLook(double ResidentMiB, TimeSpan Processor)
{
    private const double MiB = 1024 * 1024;

    /// <summary>Of all processes of these programs together; memory that they share is counted once.</summary>
    public static ProcessLook Of(params IReadOnlyCollection<string> programs)
    {
        var ids = Process.GetProcesses().Where(process => programs.Contains(process.ProcessName)).Select(process => process.Id).ToList();
        return new ProcessLook(ids.Sum(Proportional), TimeSpan.FromSeconds(ids.Sum(id => At(id).Processor.TotalSeconds)));
    }

    private static double Proportional(int processId) =>
        File.ReadLines($"/proc/{processId}/smaps_rollup")
            .Where(line => line.StartsWith("Pss:", StringComparison.Ordinal))
            .Sum(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)) / 1024;

    public static ProcessLook operator +(ProcessLook one, ProcessLook other) =>
        new(one.ResidentMiB + other.ResidentMiB, one.Processor + other.Processor);

    public static ProcessLook At(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return new ProcessLook(process.WorkingSet64 / MiB, process.TotalProcessorTime);
    }
}
