using System.Runtime.InteropServices;

namespace Campaign.LocalServers;

/// <summary>POSIX signals to a process or to the group that it leads.</summary>
public enum Signal
{
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
}

internal static class Signals
{
    /// <summary>
    /// Sends to every process of the group, or to the process alone where it leads none; a target that is gone is no error.
    /// </summary>
    public static void Send(int processId, Signal signal)
    {
        if (kill(-processId, (int)signal) != 0)
        {
            _ = kill(processId, (int)signal);
        }
    }

    public static void SendToLeader(int processId, Signal signal) => _ = kill(processId, (int)signal);

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int pid, int signal);
}
