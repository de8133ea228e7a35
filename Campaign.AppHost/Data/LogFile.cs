namespace Campaign.AppHost;

/// <summary>
/// A process's output on disk, at most twice <paramref name="limit"/> bytes: the current file and the one before it (`.1`).
/// </summary>
internal sealed class LogFile(string path, long limit = 8 << 20) : IDisposable
{
    private readonly Lock writing = new();
    private StreamWriter? writer;

    public void Write(string line)
    {
        lock (writing)
        {
            try
            {
                writer ??= new StreamWriter(
                    path,
                    new FileStreamOptions
                    {
                        Mode = FileMode.Append,
                        Access = FileAccess.Write,
                        Share = FileShare.Read,
                        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                    }
                )
                {
                    AutoFlush = true,
                };
                writer.WriteLine(line);
                if (writer.BaseStream.Length > limit)
                {
                    Dispose();
                    File.Move(path, path + ".1", overwrite: true);
                }
            }
            catch (IOException)
            {
                Dispose(); // a full disk must not stop the system for want of its log; the next line tries again
            }
        }
    }

    public void Dispose()
    {
        lock (writing)
        {
            try
            {
                writer?.Dispose();
            }
            catch (IOException)
            {
                // nothing left to write to
            }

            writer = null;
        }
    }
}
