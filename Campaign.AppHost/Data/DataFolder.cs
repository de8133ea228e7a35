using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Campaign.Contracts;
using Campaign.LocalServers;

namespace Campaign.AppHost;

/// <summary>The folder that holds everything of one system on this machine. One host at a time works on it.</summary>
internal sealed class DataFolder(string path)
{
    private const long LeastFreeBytes = 300L << 20;

    public string Path { get; } = System.IO.Path.GetFullPath(path);
    public string ParametersFile => In("parameters.json");
    public string LogFolder => In("logs");
    public string RunFolder => In("run");
    public string ResourcesFile => In("run/resources.json");
    private string HolderFile => In("run/host"); // apart from the lock: a locked file cannot be read

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public string LogOf(string resource) => In($"logs/{resource}.log");

    public string RecordOf(string resource) => In($"run/{resource}{Leftovers.Extension}");

    /// <summary>
    /// The container engine's volume that holds a server's data, where servers are containers: one a folder, as everything of a system is.
    /// </summary>
    public string VolumeOf(string server) =>
        $"campaign-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path)).AsSpan(0, 6))}-{server}";

    /// <summary>Takes the folder for this process until disposed; the kernel gives it back when the process dies.</summary>
    /// <exception cref="ServerException">another host works on it, or its disk is full</exception>
    public DataFolderLock Take()
    {
        try
        {
            CreateClosed(LogFolder);
            CreateClosed(RunFolder);
            DemandSpace();
            var held = Lock();
            File.WriteAllText(HolderFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            File.Delete(ResourcesFile); // of the run before
            return held;
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new ServerException($"{Path} cannot be written: {failure.Message} Choose another folder with --data.", failure);
        }
    }

    /// <summary>Removes what a system keeps here: its secrets, its servers' data, its logs; nothing else that somebody put here.</summary>
    public void Clear()
    {
        File.Delete(ParametersFile);
        foreach (
            var folder in new[] { In(Resources.Postgres), In(Resources.RabbitMq), LogFolder }.Where(folder =>
                Directory.Exists(folder) || new DirectoryInfo(folder).LinkTarget is not null
            )
        )
        {
            ServerFolder.Remove(folder);
        }

        CreateClosed(LogFolder);
    }

    // logs name people, and the data folder itself is open to the servers' accounts
    private static void CreateClosed(string folder)
    {
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void DemandSpace()
    {
        var free = new DriveInfo(Path).AvailableFreeSpace;
        if (free < LeastFreeBytes)
        {
            throw new ServerException(
                $"The disk of {Path} is full ({free >> 20} MiB free, at least {LeastFreeBytes >> 20} needed); free some space, or "
                    + "choose another folder with --data."
            );
        }
    }

    private DataFolderLock Lock()
    {
        try
        {
            return new DataFolderLock(new FileStream(In("run/lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException failure)
        {
            var holder = File.Exists(HolderFile) ? File.ReadAllText(HolderFile) : "unknown";
            throw new ServerException(
                $"The system already runs on {Path} (process {holder}); stop it first, or choose another folder with --data.",
                failure
            );
        }
    }
}

/// <summary>That a data folder is this process's, until disposed; the kernel gives it back when the process dies.</summary>
internal sealed class DataFolderLock(FileStream held) : IDisposable
{
    public void Dispose() => held.Dispose();
}
