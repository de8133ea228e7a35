using System.Globalization;
using Campaign.LocalServers;

namespace Campaign.AppHost.Offline;

/// <summary>The folder that holds everything of one system on this machine. One host at a time works on it.</summary>
internal sealed class DataFolder(string path)
{
    private const long LeastFreeBytes = 300L << 20;

    public string Path { get; } = System.IO.Path.GetFullPath(path);
    public string ParametersFile => In("parameters.json");
    public string LogFolder => In("logs");
    public string RunFolder => In("run");
    public string EndpointsFile => In("run/endpoints.json");

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public string LogOf(string resource) => In($"logs/{resource}.log");

    public string RecordOf(string resource) => In($"run/{resource}{Leftovers.Extension}");

    /// <summary>Takes the folder for this process until disposed; the kernel gives it back when the process dies.</summary>
    /// <exception cref="ServerException">another host works on it, or its disk is full</exception>
    public IDisposable Take()
    {
        var file = In("run/lock");
        try
        {
            Directory.CreateDirectory(LogFolder);
            Directory.CreateDirectory(RunFolder);
            DemandSpace();
            var held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            held.SetLength(0);
            held.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            held.Flush();
            return held;
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new ServerException($"{Path} cannot be written: {failure.Message} Choose another folder with --data.", failure);
        }
        catch (IOException) when (Holder(file) is { } holder)
        {
            throw new ServerException($"The system already runs on {Path} (process {holder}); stop it first, or choose another folder with --data.");
        }
    }

    /// <summary>Removes everything but the lock.</summary>
    public void Clear()
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(Path).Where(entry => entry != RunFolder))
        {
            if (File.Exists(entry))
            {
                File.Delete(entry);
            }
            else
            {
                ServerFolder.Remove(entry);
            }
        }

        Directory.CreateDirectory(LogFolder);
    }

    private void DemandSpace()
    {
        var free = new DriveInfo(Path).AvailableFreeSpace;
        if (free < LeastFreeBytes)
        {
            throw new ServerException($"The disk of {Path} is full ({free >> 20} MiB free, at least {LeastFreeBytes >> 20} needed); free some space, or choose another folder with --data.");
        }
    }

    private static string? Holder(string file)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return reader.ReadToEnd() is { Length: > 0 } id ? id : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
