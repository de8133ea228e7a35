using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Campaign.Testing;

namespace Campaign.Faults.Tests;

/// <summary>One more process of a service beside the one that the app host runs: the same program in the same environment.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private ServiceProcess(Process process, string address)
    {
        _process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Address { get; }

    /// <summary>The environment that the app host gave to a service.</summary>
    public static IReadOnlyDictionary<string, string> EnvironmentOf(CampaignSystem system, string service) =>
        Texts(system, service, "environ").Select(variable => variable.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <param name="settings">On top of the service's own, e.g. <c>Messaging__CrashAfterPublish</c>.</param>
    public static ServiceProcess Start(CampaignSystem system, string service, params (string Name, string Value)[] settings)
    {
        var command = Texts(system, service, "cmdline");
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = new DirectoryInfo($"/proc/{system.ProcessIdOf(service)}/cwd")
                .ResolveLinkTarget(returnFinalTarget: true)!
                .FullName,
        };
        start.Environment.Clear();
        foreach (var (name, value) in EnvironmentOf(system, service))
        {
            start.Environment[name] = value;
        }

        var address = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        start.Environment["ASPNETCORE_URLS"] = address;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return new ServiceProcess(Process.Start(start)!, address);
    }

    /// <summary>Waits until it relays and consumes, or has met its end already.</summary>
    public async Task JoinedAsync(World world)
    {
        try
        {
            await Eventually.TrueAsync(
                "another process to take its share",
                async () => _process.HasExited ? null : await Operations.StatusAsync(world, Address),
                status =>
                    status is null
                    || (status.Relay.Claimed.Count > 0 && status.Queues.Count > 0 && status.Queues.All(queue => queue.Consumers >= 2)),
                TimeSpan.FromMinutes(2)
            );
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message} It says:\n{this}", late);
        }
    }

    public void Kill() => _process.Kill();

    /// <summary>Waits for its end.</summary>
    /// <returns>The exit code; 137 when it was killed, by itself or by others.</returns>
    public async Task<int> EndedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The process did not end; it says:\n{this}");
        }

        return _process.ExitCode;
    }

    public override string ToString()
    {
        lock (_output)
        {
            return _output.ToString();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static string[] Texts(CampaignSystem system, string service, string file) =>
        File.ReadAllText($"/proc/{system.ProcessIdOf(service)}/{file}").Split('\0', StringSplitOptions.RemoveEmptyEntries);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Note(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
