using Campaign.Contracts;
using Campaign.LocalServers;

namespace Campaign.AppHost.Offline;

internal abstract class ServerWorkload(IResource resource, DataFolder data) : Workload(resource, resource.Name), IDisposable
{
    protected DataFolder Data { get; } = data;
    protected LogFile Log { get; } = new(data.LogOf(resource.Name));
    protected LocalServer? Server { get; set; }

    public override int? ProcessId => Server?.Process?.Id;
    public override bool IsRunning => Server is { IsRunning: true };
    public override Finding Ending => new Finding("ended", "ended unexpectedly");

    public override Task StopAsync(TimeSpan patience) => Server?.StopAsync(patience) ?? Task.CompletedTask;

    public void Dispose() => Log.Dispose();

    protected EndpointAnnotation? Endpoint(string name) => Resource.Annotations.OfType<EndpointAnnotation>().SingleOrDefault(endpoint => endpoint.Name == name);
}

internal sealed class PostgresWorkload(PostgresServerResource resource, DataFolder data) : ServerWorkload(resource, data)
{
    private LocalPostgres? postgres;

    public override string Kind => "PostgreSQL";
    public override string? Url => postgres is { Process: not null } ? $"127.0.0.1:{postgres.Port}" : null;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        Server = postgres ??= new LocalPostgres(new()
        {
            DataDirectory = Data.In(Name),
            Password = await resource.PasswordParameter.GetValueAsync(cancellationToken).ConfigureAwait(false),
            Port = Endpoint("tcp")!.Port,
            RecordFile = Data.RecordOf(Name),
            Output = Log.Write,
        });
        await postgres.StartAsync(cancellationToken).ConfigureAwait(false);
        await postgres.CreateDatabasesAsync(resource.Databases.Values, cancellationToken).ConfigureAwait(false);
        Endpoint("tcp")!.Allocate(postgres.Port);
    }

    public override Task<bool> IsHealthyAsync(CancellationToken cancellationToken) => postgres!.IsAnsweringAsync(cancellationToken);
}

internal sealed class RabbitMqWorkload(RabbitMQServerResource resource, DataFolder data) : ServerWorkload(resource, data)
{
    private LocalRabbitMq? rabbitMq;

    public override string Kind => "RabbitMQ";
    public override string? Url => rabbitMq is { Process: not null } ? $"127.0.0.1:{rabbitMq.Port}" : null;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        Server = rabbitMq ??= new LocalRabbitMq(new()
        {
            DataDirectory = Data.In(Name),
            UserName = await resource.UserNameAsync(cancellationToken).ConfigureAwait(false),
            Password = await resource.PasswordParameter.GetValueAsync(cancellationToken).ConfigureAwait(false),
            Port = Endpoint("tcp")!.Port,
            RecordFile = Data.RecordOf(Name),
            Output = Log.Write,
        });
        await rabbitMq.StartAsync(cancellationToken).ConfigureAwait(false);
        Endpoint("tcp")!.Allocate(rabbitMq.Port);
        Endpoint("management")?.Allocate(rabbitMq.ManagementPort);
    }

    public override Task<bool> IsHealthyAsync(CancellationToken cancellationToken) => rabbitMq!.IsAcceptingAsync(cancellationToken);
}
