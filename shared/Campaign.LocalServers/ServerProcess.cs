using System.Diagnostics;

namespace Campaign.LocalServers;

/// <summary>What to start. The environment is given whole: nothing is inherited but the search path.</summary>
public sealed record ServerCommand(string Program, IReadOnlyList<string> Arguments)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
    public string? WorkingDirectory { get; init; }

    /// <summary>Account to run under when we are root; null: our own.</summary>
    public string? Account { get; init; }

    /// <summary>What asks it to stop cleanly, also sent by the kernel when our own process dies.</summary>
    public Signal StopSignal { get; init; } = Signal.Terminate;

    /// <summary>File that names the process while it runs, see <see cref="Leftovers"/>; null: none.</summary>
    public string? RecordFile { get; init; }

    /// <summary>
    /// The whole command line, for a starter that looks after the process itself: the server's account, its environment and no other, then
    /// the program.
    /// </summary>
    public IReadOnlyList<string> Line =>
        [
            .. Accounts.Switch(Account),
            Programs.Find("env") ?? "/usr/bin/env",
            "-i",
            $"PATH={SearchPath}",
            .. Environment.Select(variable => $"{variable.Key}={variable.Value}"),
            Program,
            .. Arguments,
        ];

    internal static string SearchPath => System.Environment.GetEnvironmentVariable("PATH") ?? "/usr/local/bin:/usr/bin:/bin";

    /// <summary>Receives each line of its output; called from pool threads, one at a time per stream.</summary>
    public Action<string>? Output { get; init; }
}

/// <summary>A started process that leads its own process group and does not outlive ours.</summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly ServerCommand command;
    private readonly Lock linesLock = new();
    private readonly Queue<string> lastLines = new();

    private ServerProcess(Process process, ServerCommand command)
    {
        this.process = process;
        this.command = command;
    }

    public int Id => process.Id;
    public bool HasExited => process.HasExited;
    public int ExitCode => process.ExitCode;

    /// <summary>The last 20 lines of output, to explain a failure.</summary>
    public string LastOutput
    {
        get
        {
            lock (linesLock)
            {
                return string.Join('\n', lastLines);
            }
        }
    }

    /// <exception cref="ServerException">the program cannot be started</exception>
    public static async Task<ServerProcess> StartAsync(ServerCommand command)
    {
        var process = new Process { StartInfo = StartInfo(command) };
        var server = new ServerProcess(process, command);
        process.OutputDataReceived += (_, line) => server.Read(line.Data);
        process.ErrorDataReceived += (_, line) => server.Read(line.Data);
        try
        {
            await LaunchThread.RunAsync(process.Start).ConfigureAwait(false);
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            process.Dispose();
            throw new ServerException($"{command.Program} could not be started: {failure.Message}.", failure);
        }

        if (command.RecordFile is { } record)
        {
            Leftovers.Write(record, process.Id, command.StopSignal);
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return server;
    }

    public Task WaitForExitAsync(CancellationToken cancellationToken = default) => process.WaitForExitAsync(cancellationToken);

    /// <summary>Asks it to stop; after <paramref name="patience"/> ends the whole group by force.</summary>
    /// <returns>whether it stopped by itself</returns>
    public async Task<bool> StopAsync(TimeSpan patience)
    {
        Signals.SendToLeader(Id, command.StopSignal);
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await WaitUntilGoneAsync(limit.Token).ConfigureAwait(false);
            Signals.Send(Id, Signal.Kill); // helpers that the leader left in its group
            Forget();
            return true;
        }
        catch (OperationCanceledException)
        {
            await KillAsync().ConfigureAwait(false);
            return false;
        }
    }

    /// <summary>SIGKILL to the process, its children and its group at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true); // PostgreSQL's children lead groups of their own
        Signals.Send(Id, Signal.Kill);
        await WaitUntilGoneAsync(CancellationToken.None).ConfigureAwait(false);
        Forget();
    }

    public void Dispose() => process.Dispose();

    // not WaitForExitAsync: that waits for the end of output too, which a grandchild may hold open
    private async Task WaitUntilGoneAsync(CancellationToken cancellationToken)
    {
        while (!process.HasExited)
        {
            await Task.Delay(20, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Forget()
    {
        if (command.RecordFile is { } record)
        {
            File.Delete(record);
        }
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (linesLock)
        {
            lastLines.Enqueue(line);
            if (lastLines.Count > 20)
            {
                lastLines.Dequeue();
            }
        }

        command.Output?.Invoke(line);
    }

    private static ProcessStartInfo StartInfo(ServerCommand command)
    {
        List<string> line = [.. Accounts.Wrapper(command), command.Program, .. command.Arguments];
        var info = new ProcessStartInfo(line[0], line.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = command.WorkingDirectory ?? "/",
        };
        info.Environment.Clear();
        info.Environment["PATH"] = ServerCommand.SearchPath;
        foreach (var (name, value) in command.Environment)
        {
            info.Environment[name] = value;
        }

        return info;
    }
}
