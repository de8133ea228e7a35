using System.Globalization;

namespace Campaign.LocalServers;

/// <summary>
/// One process of this machine for as long as it lives: its id and its start time, so that a reused id is never taken for it.
/// </summary>
/// <param name="Id">process id, also the id of the process group that it leads</param>
/// <param name="Started">start time in the kernel's ticks since boot (Linux) or UTC ticks</param>
/// <param name="Boot">the boot that <paramref name="Started"/> counts from; empty where unknown</param>
public sealed record ProcessIdentity(int Id, long Started, string Boot)
{
    private static readonly string CurrentBoot = File.Exists("/proc/sys/kernel/random/boot_id")
        ? File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()
        : "";

    /// <summary>The identity of a running process, or null when there is none with this id.</summary>
    public static ProcessIdentity? Of(int id)
    {
        if (!OperatingSystem.IsLinux())
        {
            try
            {
                using var process = System.Diagnostics.Process.GetProcessById(id);
                return new ProcessIdentity(id, process.StartTime.ToUniversalTime().Ticks, CurrentBoot);
            }
            catch (Exception notRunning) when (notRunning is ArgumentException or InvalidOperationException)
            {
                return null;
            }
        }

        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            // the program's name is in parentheses and may hold spaces: count fields after it
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var zombie = fields[0] is "Z" or "X";
            return zombie ? null : new ProcessIdentity(id, long.Parse(fields[19], CultureInfo.InvariantCulture), CurrentBoot);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Whether this very process still runs.</summary>
    public bool IsRunning => Boot == CurrentBoot && Of(Id) == this;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} {Started} {Boot}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null when the text is something else (a torn write).</summary>
    public static ProcessIdentity? Parse(string text)
    {
        var parts = text.Trim().Split(' ');
        return
            parts.Length >= 2
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var id)
            && long.TryParse(parts[1], CultureInfo.InvariantCulture, out var started)
            ? new ProcessIdentity(id, started, parts.Length > 2 ? parts[2] : "")
            : null;
    }
}
