namespace Campaign.LocalServers;

/// <summary>
/// Records of started processes, one file each, so that the next start on the same data ends what a killed host left running,
/// and nothing else: a record holds the start time too, see <see cref="ProcessIdentity"/>.
/// </summary>
public static class Leftovers
{
    /// <summary>File name pattern of records.</summary>
    public const string Extension = ".pid";

    /// <summary>Ends every recorded process that still runs (asked first, forced after 5 seconds) and removes the records.</summary>
    /// <returns>the names of the records whose process was still there</returns>
    public static async Task<IReadOnlyList<string>> EndAsync(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var ended = await Task.WhenAll(Directory.EnumerateFiles(folder, "*" + Extension).Select(EndOneAsync)).ConfigureAwait(false);
        return [.. ended.OfType<string>()];
    }

    internal static void Write(string file, int processId, Signal stopSignal)
    {
        if (ProcessIdentity.Of(processId) is { } identity)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, $"{identity} {stopSignal}");
        }
    }

    private static async Task<string?> EndOneAsync(string file)
    {
        var record = await File.ReadAllTextAsync(file).ConfigureAwait(false);
        var process = ProcessIdentity.Parse(record);
        var name = process is { IsRunning: true } ? Path.GetFileNameWithoutExtension(file) : null;
        if (name is not null)
        {
            Signals.SendToLeader(process!.Id, Enum.TryParse<Signal>(record.Split(' ')[^1], out var stop) ? stop : Signal.Terminate);
            for (var waited = 0; process.IsRunning && waited < 100; waited++)
            {
                await Task.Delay(50).ConfigureAwait(false);
            }

            Signals.Send(process.Id, Signal.Kill);
            while (process.IsRunning)
            {
                await Task.Delay(20).ConfigureAwait(false);
            }
        }

        File.Delete(file);
        return name;
    }
}
