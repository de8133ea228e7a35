using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Campaign.Testing;

/// <summary>
/// The whole system as a user starts it: the app host as a process on a data folder of its own, with its own PostgreSQL,
/// RabbitMQ and all services.
/// </summary>
public sealed class CampaignSystem : IAsyncDisposable
{
    private static readonly TimeSpan s_startTime = TimeSpan.FromMinutes(3);
    private readonly string _data;
    private readonly bool _own;
    private readonly List<string> _output = [];
    private Process? _host;

    private CampaignSystem(string data, bool own, Uri origin)
    {
        (_data, _own, Origin) = (data, own, origin);
        AppDomain.CurrentDomain.ProcessExit += EndWithTests;
    }

    /// <summary>The Portal's origin.</summary>
    public Uri Origin { get; }

    /// <summary>Where the app host keeps its data, logs and run files.</summary>
    public string DataFolder => _data;

    /// <summary>What the app host printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    /// <param name="environment">Handed on to every service, e.g. an OTLP endpoint or a fault.</param>
    /// <param name="arguments">More settings of the app host, e.g. <c>--Replicas:session=2</c>.</param>
    /// <exception cref="TimeoutException">It did not become healthy; the message carries its output.</exception>
    public static async Task<CampaignSystem> StartAsync(IReadOnlyDictionary<string, string>? environment = null, params string[] arguments)
    {
        var system = new CampaignSystem(
            Directory.CreateTempSubdirectory("campaign-system-").FullName,
            own: true,
            new Uri($"http://127.0.0.1:{FreePort()}/")
        );
        try
        {
            await system.RunAsync(environment, arguments);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>The system that already runs on a data folder; it is left running, with its data.</summary>
    public static CampaignSystem Running(string dataFolder)
    {
        using var state = JsonDocument.Parse(File.ReadAllText(Path.Combine(dataFolder, "run", "resources.json")));
        var portal = state
            .RootElement.GetProperty("resources")
            .EnumerateArray()
            .First(resource => resource.GetProperty("resource").GetString() == Contracts.Resources.Portal);
        return new CampaignSystem(dataFolder, own: false, new Uri(portal.GetProperty("url").GetString()! + "/"));
    }

    /// <summary>Starts again on the same data after the app host was stopped or killed.</summary>
    public async Task RunAsync(IReadOnlyDictionary<string, string>? environment = null, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (
            var argument in (string[])[HostAssembly(), "--data", _data, $"--Portal:Port={Origin.Port}", "--no-dashboard", .. arguments]
        )
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        Directory.CreateDirectory(Path.Combine(_data, "run"));
        File.Delete(Path.Combine(_data, "run", "resources.json"));
        _host = Process.Start(start)!;
        _host.OutputDataReceived += (_, line) => Note(line.Data);
        _host.ErrorDataReceived += (_, line) => Note(line.Data);
        _host.BeginOutputReadLine();
        _host.BeginErrorReadLine();
        await UntilHealthyAsync();
    }

    /// <summary>Waits until every resource is healthy (again).</summary>
    public Task UntilHealthyAsync() =>
        Eventually.TrueAsync(
            $"every resource to be healthy; the app host says:\n{Output}\n",
            () =>
                _host!.HasExited
                    ? throw new InvalidOperationException($"the app host ended:\n{Output}")
                    : State() is var state && state.GetProperty("healthy").GetBoolean() && AllRun(state),
            healthy => healthy,
            s_startTime
        );

    // what was killed a moment ago is called healthy until the host has heard of it: its restart would come into whatever is done next
    private static bool AllRun(JsonElement state) =>
        state
            .GetProperty("resources")
            .EnumerateArray()
            .All(resource =>
                !resource.TryGetProperty("processId", out var id) || LocalServers.ProcessIdentity.Of(id.GetInt32()) is not null
            );

    /// <summary>A value that the app host generated, e.g. <c>operator-password</c>.</summary>
    public string Parameter(string name) => Json("parameters.json").GetProperty(name).GetString()!;

    /// <summary>Address of a resource: a URL of a service, host and port of a server.</summary>
    public string AddressOf(string resource) => Resource(resource).GetProperty("url").GetString()!;

    /// <summary>Of the app host.</summary>
    public int HostId => _host!.Id;

    public int ProcessIdOf(string resource) => Resource(resource).GetProperty("processId").GetInt32();

    /// <summary>Kill -9; the app host starts it again.</summary>
    public void Kill(string resource)
    {
        using var process = Process.GetProcessById(ProcessIdOf(resource));
        process.Kill();
    }

    /// <summary>Npgsql connection string of a service's database.</summary>
    public string Database(string name)
    {
        var address = AddressOf(Contracts.Resources.Postgres).Split(':');
        return $"Host={address[0]};Port={address[1]};Username=postgres;Password={Parameter("postgres-password")};Database={name}";
    }

    /// <summary>As a service manager ends it; Ctrl-C does the same, but is ignored in what a script starts in the background.</summary>
    public async Task StopAsync()
    {
        if (_host is { HasExited: false })
        {
            Terminate(_host);
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            await _host.WaitForExitAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= EndWithTests;
        await StopAsync();
        _host?.Dispose();
        RemoveData();
    }

    // a run of tests that is broken off disposes nothing, and the host would go on
    private void EndWithTests(object? sender, EventArgs arguments)
    {
        if (_host is { HasExited: false })
        {
            Terminate(_host);
            _host.WaitForExit(TimeSpan.FromSeconds(60));
            RemoveData();
        }
    }

    private static void Terminate(Process host)
    {
        using var signal = Process.Start("kill", ["-TERM", host.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        signal.WaitForExit();
    }

    private void RemoveData()
    {
        if (_own)
        {
            foreach (var server in new[] { Contracts.Resources.Postgres, Contracts.Resources.RabbitMq })
            {
                LocalServers.ServerFolder.Remove(Path.Combine(_data, server));
            }

            Directory.Delete(_data, recursive: true);
        }
    }

    private static string HostAssembly()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(Repository.Root, "Campaign.AppHost", "bin", configuration, "net10.0", "Campaign.AppHost.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private JsonElement State() => Json("run/resources.json");

    private JsonElement Resource(string name) =>
        State().GetProperty("resources").EnumerateArray().First(resource => resource.GetProperty("name").GetString() == name);

    private JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(_data, file))).RootElement;

    private void Note(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.Add(line);
            }
        }
    }
}
