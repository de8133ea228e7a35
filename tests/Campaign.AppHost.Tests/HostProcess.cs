using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Campaign.AppHost.Tests;

/// <summary>The host as a process of its own, as `./run` starts it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
    private readonly Process process;
    private readonly string data;
    private readonly StringBuilder said = new();

    private HostProcess(Process process, string data)
    {
        (this.process, this.data) = (process, data);
        AppDomain.CurrentDomain.ProcessExit += EndWithTests;
    }

    public static string Program { get; } =
        Path.Combine(
            Repository.Root,
            "Campaign.AppHost",
            "bin",
            new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
            "net10.0",
            "Campaign.AppHost.dll"
        );

    public int Id => process.Id;

    public int ExitCode => process.ExitCode;

    /// <summary>What it printed, errors included.</summary>
    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    public static HostProcess Start(string data, params string[] arguments)
    {
        var host = new HostProcess(
            new Process
            {
                StartInfo = new("dotnet", ["exec", Program, "--data", data, "--no-dashboard", .. arguments])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                },
            },
            data
        );
        host.process.OutputDataReceived += (_, line) => host.Note(line.Data);
        host.process.ErrorDataReceived += (_, line) => host.Note(line.Data);
        host.process.Start();
        host.process.BeginOutputReadLine();
        host.process.BeginErrorReadLine();
        return host;
    }

    /// <summary>Waits until everything is healthy.</summary>
    public Task<IReadOnlyList<Status>> HealthyAsync() =>
        Eventually.TrueAsync(
            $"everything to be healthy; the host says:\n{Said}",
            () => process.HasExited ? throw new InvalidOperationException($"the host ended:\n{Said}") : Statuses(),
            statuses => statuses.Count > 0 && statuses.All(status => status.State == State.Healthy),
            TimeSpan.FromMinutes(4)
        );

    public Task EndAsync() => process.WaitForExitAsync(TestContext.Current.CancellationToken);

    public void Kill() => process.Kill();

    public async Task StopAsync()
    {
        Terminate();
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithTests;
        if (!process.HasExited)
        {
            await StopAsync();
        }

        process.Dispose();
    }

    // a run of tests that is broken off disposes nothing, and the host would go on
    private void EndWithTests(object? sender, EventArgs arguments)
    {
        if (!process.HasExited)
        {
            Terminate();
        }
    }

    private void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    private IReadOnlyList<Status> Statuses()
    {
        var file = Path.Combine(data, "run", "resources.json");
        if (!File.Exists(file))
        {
            return [];
        }

        var board = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        return board.GetProperty("host").GetInt32() == process.Id ? board.GetProperty("resources").Deserialize<List<Status>>(Json)! : [];
    }

    private void Note(string? line)
    {
        lock (said)
        {
            said.AppendLine(line);
        }
    }
}
