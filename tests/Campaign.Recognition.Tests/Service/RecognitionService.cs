using Campaign.Api.Recognition;
using Campaign.Contracts;
using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaign.Recognition.Tests.Service;

/// <summary>The service on a database and a virtual host of its own, and those whom it listens to.</summary>
public sealed class RecognitionService(TestServers servers) : IAsyncLifetime
{
    public const string PublicOrigin = "http://127.0.0.1";

    private readonly Dictionary<string, EventSource> _sources = [];
    private int _districts;

    public ServiceFactory<Program> Factory { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var broker = await servers.CreateVirtualHostAsync("recognition");
        foreach (var publisher in Topology.Subscriptions[Resources.Recognition])
        {
            _sources[publisher] = await EventSource.StartAsync(publisher, await servers.CreateDatabaseAsync(publisher), broker);
        }

        Factory = new ServiceFactory<Program>(
            new Dictionary<string, string?>
            {
                [$"ConnectionStrings:{Resources.RecognitionDb}"] = await servers.CreateDatabaseAsync("recognition"),
                [$"ConnectionStrings:{Resources.RabbitMq}"] = broker,
                ["Identity:PublicOrigin"] = PublicOrigin,
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

    /// <summary>Nobody when there are no posts.</summary>
    public RecognitionClient As(params string[] posts) => new(Factory.As(posts));

    public RecognitionClient As(Guid member, params string[] posts) => new(Factory.As(posts, member));

    /// <summary>Lets the services that own these events publish them, in this order for each service.</summary>
    public async Task PublishAsync(params IEnumerable<CampaignEvent> events)
    {
        foreach (var own in events.GroupBy(@event => Topology.PublisherOf(@event.GetType())))
        {
            await _sources[own.Key].PublishAsync(own);
        }
    }

    /// <summary>A district of its own, known to the service, with a council of five.</summary>
    public async Task<World> NewWorldAsync()
    {
        var world = new World(this, $"d{Interlocked.Increment(ref _districts)}");
        await PublishAsync(world.Foundation());
        await EventuallyAsync<long>($"select count(*) from members where district = '{world.Code}'", world.Members.Count);
        world.Council = await world.Officer.CreateCouncilAsync(
            new CreateCouncil("Hội đồng Thi đua – Khen thưởng", world.UnitId, [.. world.Members.Take(5)])
        );
        return world;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Factory.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task<T> EventuallyAsync<T>(string sql, T expected) => Eventually.EqualsAsync(sql, () => ScalarAsync<T>(sql), expected);
}

[CollectionDefinition(nameof(RecognitionService))]
public sealed class RecognitionCollection : ICollectionFixture<RecognitionService>;
