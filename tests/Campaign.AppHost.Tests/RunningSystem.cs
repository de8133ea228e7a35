using System.Reflection;
using System.Text.Json;
using Campaign.AppHost.Offline;
using Campaign.Contracts;

namespace Campaign.AppHost.Tests;

internal sealed class SampleProject : IProjectMetadata
{
    public string ProjectPath => typeof(SampleProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "Sample").Value!;

    /// <summary>The built program.</summary>
    public static string Program => Path.Combine(
        Path.GetDirectoryName(new SampleProject().ProjectPath)!,
        AppContext.BaseDirectory[(AppContext.BaseDirectory.LastIndexOf("/bin/", StringComparison.Ordinal) + 1)..],
        "Sample.dll");
}

/// <summary>A line of endpoints.json.</summary>
internal sealed record Line(string Name, string Resource, string State, string? Url, int? ProcessId, int Restarts, DateTimeOffset Since, Finding? Detail, Failure? LastFailure);

/// <summary>A system run by the offline host inside the test's process, on data of its own; watched through its endpoints.json.</summary>
internal sealed class RunningSystem : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly CancellationTokenSource stop = new();

    public RunningSystem(Action<IDistributedApplicationBuilder, RunningSystem> describe, params string[] args)
    {
        var builder = DistributedApplication.CreateBuilder([.. args, "--data", Data]);
        describe(builder, this);
        Completion = Task.Run(() => builder.Build().RunAsync(stop.Token));
    }

    public string Data { get; } = Directory.CreateTempSubdirectory("campaign-apphost-").FullName;

    /// <summary>What the sample services noted, in order.</summary>
    public string[] Events => File.Exists(Path.Combine(Data, "events")) ? File.ReadAllLines(Path.Combine(Data, "events")) : [];

    public Task Completion { get; }

    public async Task<Line> UntilAsync(string name, Func<Line, bool> condition, int seconds = 60)
    {
        Line? last = null;
        for (var waited = DateTime.UtcNow.AddSeconds(seconds); DateTime.UtcNow < waited; await Task.Delay(30, TestContext.Current.CancellationToken))
        {
            if (Completion.IsFaulted)
            {
                await Completion;
            }

            last = Lines(Data).FirstOrDefault(line => line.Name == name) ?? last;
            if (last is not null && condition(last))
            {
                return last;
            }
        }

        throw new TimeoutException($"{name} did not come to the expected state in {seconds} s; last seen: {last}");
    }

    public Task<Line> HealthyAsync(string name) => UntilAsync(name, line => line.State == "healthy");

    public async Task<Dictionary<string, string>> EnvironmentAsync(string name)
    {
        using var http = new HttpClient();
        var answer = await http.GetStringAsync(new Uri((await HealthyAsync(name)).Url + "/environment"), TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(answer)!;
    }

    /// <summary>As Ctrl-C does.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Completion;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Completion.ContinueWith(_ => { }, TaskScheduler.Default);
        foreach (var entry in Directory.EnumerateDirectories(Data))
        {
            ServerFolder.Remove(entry);
        }

        Directory.Delete(Data, recursive: true);
        stop.Dispose();
    }

    public static IReadOnlyList<Line> Lines(string data)
    {
        var file = Path.Combine(data, "run", "endpoints.json");
        return File.Exists(file)
            ? JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("resources").Deserialize<List<Line>>(Json)!
            : [];
    }
}

internal static class SampleResources
{
    public static IResourceBuilder<ProjectResource> AddSample(this IDistributedApplicationBuilder builder, string name, RunningSystem system, double delay = 0, double stopDelay = 0) =>
        builder.AddProject<SampleProject>(name, launchProfileName: null)
            .WithHttpEndpoint()
            .WithHttpHealthCheck("/health")
            .WithEnvironment("Sample__Folder", builder.AddParameter($"{name}-folder", system.Data))
            .WithEnvironment("Sample__Delay", builder.AddParameter($"{name}-delay", FormattableString.Invariant($"{delay}")))
            .WithEnvironment("Sample__StopDelay", builder.AddParameter($"{name}-stop-delay", FormattableString.Invariant($"{stopDelay}")));
}
