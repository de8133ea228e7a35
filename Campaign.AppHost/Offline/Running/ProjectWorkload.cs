using System.Globalization;
using Campaign.Contracts;
using Campaign.LocalServers;

namespace Campaign.AppHost.Offline;

/// <summary>One replica of a service, run from its build output.</summary>
internal sealed class ProjectWorkload(ProjectResource resource, string name, int replica, DataFolder data) : Workload(resource, name), IDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(3) };

    private readonly LogFile log = new(data.LogOf(name));
    private readonly HttpHealthCheck? health = resource.Annotations.OfType<HttpHealthCheck>().FirstOrDefault();
    private ServerProcess? process;

    public override string Kind => "service";
    public override int? ProcessId => process is { HasExited: false } ? process.Id : null;
    public override bool IsRunning => process is { HasExited: false };
    public override Finding Ending => process is { HasExited: true } && process.ExitCode.ToString(CultureInfo.InvariantCulture) is var code
        ? new Finding("exited", $"exit code {code}", code)
        : new Finding("not-started", "did not start");

    public override string? Url => UrlOf(resource.Annotations.OfType<EndpointAnnotation>().FirstOrDefault());

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        process?.Dispose();
        process = null;
        var program = BuildOutput.Of(resource.Annotations.OfType<IProjectMetadata>().Single());
        process = await ServerProcess.StartAsync(new ServerCommand(DotNet.Program, ["exec", program])
        {
            Environment = await ServiceEnvironment.OfAsync(resource, Name, replica, data, cancellationToken).ConfigureAwait(false),
            WorkingDirectory = Path.GetDirectoryName(resource.Annotations.OfType<IProjectMetadata>().Single().ProjectPath),
            RecordFile = data.RecordOf(Name),
            Output = log.Write,
        }).ConfigureAwait(false);
    }

    public override async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
    {
        if (health is null)
        {
            return true;
        }

        try
        {
            var url = UrlOf(resource.Annotations.OfType<EndpointAnnotation>().First(endpoint => endpoint.Name == health.Endpoint));
            using var answer = await Http.GetAsync(new Uri(url + health.Path), cancellationToken).ConfigureAwait(false);
            return (int)answer.StatusCode == health.StatusCode;
        }
        catch (Exception noAnswer) when (noAnswer is HttpRequestException || (noAnswer is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    public override Task StopAsync(TimeSpan patience) => process is { HasExited: false } ? process.StopAsync(patience) : Task.CompletedTask;

    public void Dispose()
    {
        process?.Dispose();
        log.Dispose();
    }

    private string? UrlOf(EndpointAnnotation? endpoint) =>
        endpoint is { AllocatedPorts.IsCompletedSuccessfully: true }
            ? string.Create(CultureInfo.InvariantCulture, $"{endpoint.UriScheme}://127.0.0.1:{endpoint.AllocatedPorts.Result[replica]}")
            : null;
}
