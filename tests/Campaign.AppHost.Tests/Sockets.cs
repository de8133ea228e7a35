namespace Campaign.AppHost.Tests;

/// <summary>What the kernel says of a process.</summary>
internal static class Sockets
{
    /// <summary>Addresses that a process listens on.</summary>
    public static IEnumerable<string> ListenersOf(int processId)
    {
        var sockets = Directory
            .EnumerateFiles($"/proc/{processId}/fd")
            .Select(descriptor => new FileInfo(descriptor).LinkTarget)
            .Where(target => target?.StartsWith("socket:[", StringComparison.Ordinal) == true)
            .Select(target => target![8..^1])
            .ToHashSet();
        return new[] { "tcp", "tcp6" }
            .SelectMany(protocol => File.ReadLines($"/proc/net/{protocol}").Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == "0A" && sockets.Contains(fields[9]))
            .Select(fields => fields[1].Split(':')[0] is "0100007F" or "00000000000000000000000001000000" ? "loopback" : fields[1]);
    }

    public static string EffectiveUserOf(int processId) =>
        File.ReadLines($"/proc/{processId}/status").Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[2];
}
