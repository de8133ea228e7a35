using System.Diagnostics;

namespace Campaign.Benchmarks.Idle;

/// <summary>What the kernel says about a process.</summary>
/// <param name="ResidentMiB">Memory in RAM.</param>
/// <param name="Processor">Time used since its start.</param>
internal sealed record ProcessLook(double ResidentMiB, TimeSpan Processor)
{
    private const double MiB = 1024 * 1024;

    public static ProcessLook At(int processId)
    {
        using var process = Process.GetProcessById(processId);
        return new ProcessLook(process.WorkingSet64 / MiB, process.TotalProcessorTime);
    }
}
