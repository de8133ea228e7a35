namespace Campaign.LocalServers;

/// <summary>Options of a private server; every one may be left out.</summary>
public record LocalServerOptions
{
    /// <summary>Keeps the server's files between starts; null: a new temporary folder, removed on dispose.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>
    /// The administrator's password; null: generated once and kept in the data directory. It is set when the data is created.
    /// </summary>
    public string? Password { get; init; }

    /// <summary>TCP port on 127.0.0.1; null: the one of the last start, or a free one.</summary>
    public int? Port { get; init; }

    /// <summary>See <see cref="ServerCommand.RecordFile"/>.</summary>
    public string? RecordFile { get; init; }

    /// <summary>Receives each line of the server's log.</summary>
    public Action<string>? Output { get; init; }

    /// <summary>
    /// How long a start may take: on a busy machine, after a crash, with many queues, minutes. One that ends is seen at once.
    /// </summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>A private server of this machine on loopback: started, stopped, killed and started again on the same data and ports.</summary>
public abstract class LocalServer : IAsyncDisposable
{
    private readonly LocalServerOptions options;
    private readonly bool temporary;

    private protected LocalServer(string name, LocalServerOptions options)
    {
        Name = name;
        this.options = options;
        temporary = options.DataDirectory is null;
        DataDirectory = Path.GetFullPath(
            options.DataDirectory ?? Path.Combine(Path.GetTempPath(), $"campaign-{name}-{Guid.CreateVersion7():N}")
        );
    }

    public string Name { get; }
    public string DataDirectory { get; }
    public bool IsRunning => Process is { HasExited: false };

    /// <summary>The main process, or null before the first start and after a stop.</summary>
    public ServerProcess? Process { get; private protected set; }

    /// <summary>Asks the server to shut down cleanly; forces it after <paramref name="patience"/> (default 8 seconds).</summary>
    /// <returns>whether it shut down by itself</returns>
    public virtual async Task<bool> StopAsync(TimeSpan? patience = null)
    {
        var clean =
            Process is null or { HasExited: true } || await Process.StopAsync(patience ?? TimeSpan.FromSeconds(8)).ConfigureAwait(false);
        Forget();
        return clean;
    }

    /// <summary>Ends every process of the server at once, without a chance to write anything (SIGKILL).</summary>
    public virtual async Task KillAsync()
    {
        if (Process is { HasExited: false } running)
        {
            await running.KillAsync().ConfigureAwait(false);
        }

        Forget();
    }

    public async ValueTask DisposeAsync()
    {
        if (temporary)
        {
            await KillAsync().ConfigureAwait(false);
            ServerFolder.Remove(DataDirectory);
        }
        else
        {
            await StopAsync().ConfigureAwait(false);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Waits until <paramref name="isReady"/>, or explains why the process ended or hung.</summary>
    private protected async Task WaitUntilReadyAsync(
        ServerProcess process,
        Func<CancellationToken, Task<bool>> isReady,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.StartTimeout);
        try
        {
            while (!await isReady(limit.Token).ConfigureAwait(false))
            {
                if (process.HasExited)
                {
                    throw Failure(process);
                }

                await Task.Delay(50, limit.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await process.KillAsync().ConfigureAwait(false);
            throw new ServerException(
                $"{Name} was not ready after {options.StartTimeout.TotalSeconds:0} seconds; its last output was:\n{process.LastOutput}"
            );
        }
    }

    private protected ServerException Failure(ServerProcess process) =>
        process.LastOutput.Contains("No space left on device", StringComparison.Ordinal)
            ? new ServerException($"The disk of {DataDirectory} is full; free some space there, or choose another folder, and start again.")
            : new ServerException(
                $"{Name} ended while starting (exit code {process.ExitCode}); its last output was:\n{process.LastOutput}"
            );

    private void Forget()
    {
        Process?.Dispose();
        Process = null;
    }
}
