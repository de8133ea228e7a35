using Campaign.Api.City;
using Campaign.City.Tests.Reports;
using Campaign.Contracts;
using Campaign.Testing;
using Npgsql;

namespace Campaign.City.Tests;

/// <summary>City on real servers, hearing events that go through a real event log, relay and broker.</summary>
public sealed class CityFixture(TestServers servers) : IAsyncLifetime
{
    public static readonly Guid CampaignId = Guid.Parse("0199aaaa-0000-7000-8000-000000000001");
    public const string District = "thanh-xuan";

    private ServiceFactory<Program>? _city;
    private Owners? _owners;
    private readonly Dictionary<string, EventSource> _sources = [];
    private string _database = "";

    public IServiceProvider Services => _city!.Services;

    public string Database => _database;

    public CityClient As(params string[] posts) => new(_city!.As(posts));

    public HttpClient Http(params string[] posts) => _city!.As(posts);

    public async ValueTask InitializeAsync()
    {
        var broker = await servers.CreateVirtualHostAsync("city");
        _database = await servers.CreateDatabaseAsync("city");
        _owners = await Owners.StartAsync();
        _city = new ServiceFactory<Program>(
            new Dictionary<string, string?>(_owners.Settings())
            {
                [$"ConnectionStrings:{Resources.CityDb}"] = _database,
                [$"ConnectionStrings:{Resources.RabbitMq}"] = broker,
            }
        );
        _ = _city.Server;
        foreach (var publisher in Topology.Subscriptions[Resources.City])
        {
            _sources[publisher] = await EventSource.StartAsync(publisher, await servers.CreateDatabaseAsync(publisher), broker);
        }

        await PublishAsync(
            new DistrictRegistered
            {
                District = Districts.City,
                AggregateId = Guid.CreateVersion7(),
                Version = 1,
                Code = District,
                Name = "Quận ủy Thanh Xuân",
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources.Values)
        {
            await source.DisposeAsync();
        }

        await _city!.DisposeAsync();
        await _owners!.DisposeAsync();
    }

    /// <summary>Each event by the service that publishes it, in the given order.</summary>
    public async Task PublishAsync(params IEnumerable<CampaignEvent> events)
    {
        foreach (var @event in events)
        {
            await _sources[Topology.PublisherOf(@event.GetType())].PublishAsync(@event);
        }
    }

    /// <summary>Runs a statement in City's database.</summary>
    public async Task<T> SqlAsync<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_database);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
