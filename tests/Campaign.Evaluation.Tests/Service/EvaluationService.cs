using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaign.Evaluation.Tests.Service;

/// <summary>The service on a database and a virtual host of its own, and those whom it listens to.</summary>
public sealed class EvaluationService(TestServers servers) : IAsyncLifetime
{
    private readonly Dictionary<string, EventSource> _sources = [];
    private int _districts;

    public ServiceFactory<Program> Factory { get; private set; } = null!;

    /// <summary>The database's connection string.</summary>
    public string Database { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var broker = await servers.CreateVirtualHostAsync("evaluation");
        foreach (var publisher in Topology.Subscriptions[Resources.Evaluation])
        {
            _sources[publisher] = await EventSource.StartAsync(publisher, await servers.CreateDatabaseAsync(publisher), broker);
        }

        Database = await servers.CreateDatabaseAsync("evaluation");
        Factory = new ServiceFactory<Program>(
            new Dictionary<string, string?>
            {
                [$"ConnectionStrings:{Resources.EvaluationDb}"] = Database,
                [$"ConnectionStrings:{Resources.RabbitMq}"] = broker,
                ["Identity:PublicOrigin"] = TestTokens.Issuer,
            }
        );
        using var http = Factory.As();
        await Eventually.TrueAsync(
            "the service to be ready",
            () => http.GetAsync(new Uri("/health", UriKind.Relative)),
            answer => answer.IsSuccessStatusCode
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Factory.DisposeAsync();
        foreach (var source in _sources.Values)
        {
            await source.DisposeAsync();
        }
    }

    public EvaluationClient As(params string[] posts) => new(Factory.As(posts));

    public EvaluationClient AsMember(Guid member, string unitPath) => new(Factory.As([$"{Roles.Member}@{unitPath}"], member));

    /// <summary>Lets the services that own these events publish them, in this order for each service.</summary>
    public async Task PublishAsync(params IEnumerable<CampaignEvent> events)
    {
        foreach (var own in events.GroupBy(@event => Topology.PublisherOf(@event.GetType())))
        {
            await _sources[own.Key].PublishAsync(own);
        }
    }

    /// <summary>A district of its own with two cells, known to the service.</summary>
    public async Task<World> NewWorldAsync(int membersInEachCell = 5)
    {
        var world = new World(this, $"d{Interlocked.Increment(ref _districts)}", membersInEachCell);
        await PublishAsync(world.Foundation());
        await EventuallyAsync<long>($"select count(*) from members where district = '{world.Code}'", 2L * membersInEachCell);
        return world;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Factory.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Factory.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public Task<T> EventuallyAsync<T>(string sql, T expected) => Eventually.EqualsAsync(sql, () => ScalarAsync<T>(sql), expected);
}

[CollectionDefinition(nameof(EvaluationService))]
public sealed class EvaluationCollection : ICollectionFixture<EvaluationService>;
