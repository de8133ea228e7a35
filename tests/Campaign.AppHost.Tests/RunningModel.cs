using Microsoft.Extensions.DependencyInjection;

namespace Campaign.AppHost.Tests;

/// <summary>
/// The whole model, started once in this process by Aspire's test host, on data of its own; Session as two processes.
/// <c>CAMPAIGN_TEST_SERVERS=containers</c> takes its servers from a container engine.
/// </summary>
public sealed class RunningModel : IAsyncLifetime
{
    private static readonly TimeSpan StartTime = TimeSpan.FromMinutes(5);

    /// <summary>In the host's environment, of a person's shell.</summary>
    public const string Secret = "CAMPAIGN_OPERATOR_PASSWORD";

    public static bool InContainers => Environment.GetEnvironmentVariable("CAMPAIGN_TEST_SERVERS") == "containers";

    public string Data { get; } = Directory.CreateTempSubdirectory("campaign-model-").FullName;

    public DistributedApplication Application { get; private set; } = null!;

    public Uri Portal => Application.GetEndpoint(Resources.Portal, "http");

    public ParameterResource Parameter(string name) =>
        Application
            .Services.GetRequiredService<DistributedApplicationModel>()
            .Resources.OfType<ParameterResource>()
            .Single(parameter => parameter.Name == name);

    internal Board Board => Application.Services.GetRequiredService<Board>();

    internal ParameterStore Parameters => new(Path.Combine(Data, "parameters.json"));

    public async ValueTask InitializeAsync()
    {
        Environment.SetEnvironmentVariable(Secret, "not for services");
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Campaign_AppHost>([
            "--data",
            Data,
            $"--Portal:Port={Ports.Free()}",
            "--Replicas:session=2",
            $"--Servers={(InContainers ? "containers" : "local")}",
            "--Logging:LogLevel:Default=None",
        ]); // what it logs is in files of its data folder
        Application = await builder.BuildAsync();
        using var patience = new CancellationTokenSource(StartTime);
        await Application.StartAsync(patience.Token);
        await Eventually.TrueAsync(
            "everything to be healthy",
            () => Board.All,
            all => all.All(status => status.State == State.Healthy),
            StartTime
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (Application is not null)
        {
            await Application.StopAsync();
            await Application.DisposeAsync();
        }

        new DataFolder(Data).Clear();
        Directory.Delete(Data, recursive: true);
    }

    internal Status Of(string name) => Board.All.Single(status => status.Name == name);

    internal Task<Status> UntilAsync(string name, Func<Status, bool> condition) =>
        Eventually.TrueAsync($"{name} as expected", () => Of(name), condition, TimeSpan.FromMinutes(2));
}
