using System.Diagnostics;

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

        var ended = await Task.WhenAll(
                Directory.EnumerateFiles(folder, "*" + Extension).Select(file => EndAsync(file, TimeSpan.FromSeconds(5)))
            )
            .ConfigureAwait(false);
        return [.. ended.OfType<string>()];
    }

    /// <summary>Records a running process.</summary>
    /// <param name="file">see <see cref="Extension"/></param>
    /// <param name="processId">a process that is gone leaves no record</param>
    /// <param name="stopSignal">asks it to stop cleanly</param>
    public static void Write(string file, int processId, Signal stopSignal)
    {
        if (ProcessIdentity.Of(processId) is { } identity)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            // whole or not at all: a host that is killed meanwhile leaves no record that nobody can read
            File.WriteAllText(file + ".new", $"{identity} {stopSignal}");
            File.Move(file + ".new", file, overwrite: true);
        }
    }

    /// <summary>Asks the recorded process to stop, by its own signal.</summary>
    public static void Ask(string file)
    {
        if (File.Exists(file) && File.ReadAllText(file) is var record && ProcessIdentity.Parse(record) is { IsRunning: true } process)
        {
            Signals.SendToLeader(process.Id, StopSignalOf(record));
        }
    }

    /// <summary>
    /// Ends the recorded process if it still runs, asked first, forced after <paramref name="patience"/>, and removes the record.
    /// </summary>
    /// <returns>the record's name when its process was still there</returns>
    public static async Task<string?> EndAsync(string file, TimeSpan patience)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        var record = await File.ReadAllTextAsync(file).ConfigureAwait(false);
        var process = ProcessIdentity.Parse(record);
        var name = process is { IsRunning: true } ? Path.GetFileNameWithoutExtension(file) : null;
        if (name is not null)
        {
            Signals.SendToLeader(process!.Id, StopSignalOf(record));
            for (var clock = Stopwatch.StartNew(); process.IsRunning && clock.Elapsed < patience; )
            {
                await Task.Delay(20).ConfigureAwait(false);
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

    private static Signal StopSignalOf(string record) =>
        Enum.TryParse<Signal>(record.Split(' ')[^1], out var stop) ? stop : Signal.Terminate;
}
