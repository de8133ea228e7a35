using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Campaign.Session.Tests.Service;

/// <summary>
/// The service on real servers, with the publishers that it listens to. Each test makes a cell of its own
/// (<see cref="CellAsync"/>), so that tests share the service and not its data.
/// </summary>
public sealed class SessionService(TestServers servers) : IAsyncLifetime
{
    private ServiceFactory<Program>? _factory;
    private NpgsqlDataSource? _database;

    /// <summary>The database's connection string.</summary>
    public string Database { get; private set; } = "";

    public EventSource Organization { get; private set; } = null!;

    public EventSource Directive { get; private set; } = null!;

    public TestClock Clock { get; } = new();

    /// <summary>For another replica.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; private set; } = new Dictionary<string, string?>();

    public ServiceFactory<Program> Factory => _factory!;

    public async ValueTask InitializeAsync()
    {
        var broker = await servers.CreateVirtualHostAsync("session");
        Database = await servers.CreateDatabaseAsync("session");
        _database = NpgsqlDataSource.Create(Database);
        Organization = await EventSource.StartAsync(Resources.Organization, await servers.CreateDatabaseAsync("organization"), broker);
        Directive = await EventSource.StartAsync(Resources.Directive, await servers.CreateDatabaseAsync("directive"), broker);
        Settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:sessiondb"] = Database,
            ["ConnectionStrings:rabbitmq"] = broker,
            ["Identity:PublicOrigin"] = "http://127.0.0.1",
        };
        _factory = new ServiceFactory<Program>(Settings, services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
        using var client = Factory.CreateClient();
        await Eventually.TrueAsync(
            "the service to be ready",
            () => client.GetAsync("/health"),
            answer => answer.IsSuccessStatusCode,
            TimeSpan.FromSeconds(60)
        );
        await Organization.PublishAsync(
            new DistrictRegistered
            {
                District = Districts.City,
                AggregateId = Guid.NewGuid(),
                Version = 1,
                Code = Cell.District,
                Name = "Thanh Xuân",
            }
        );
    }

    public SessionClient As(params string[] posts) => new(Factory.As(posts));

    /// <summary>A member of the cell, signed in as themself.</summary>
    public SessionClient AsMember(Cell cell, Guid member) => new(Factory.As([$"{Roles.Member}@{cell.Path}"], member));

    /// <summary>Registers a cell with active members, and waits until the service knows them.</summary>
    public async Task<Cell> CellAsync(int members, string parent = "hn/thanh-xuan/ha-dinh")
    {
        var code = $"cb-{Guid.NewGuid():N}"[..12];
        var cell = new Cell(
            Guid.CreateVersion7(),
            $"{parent}/{code}",
            [.. Enumerable.Range(0, members).Select(_ => Guid.CreateVersion7())]
        );
        await Organization.PublishAsync([cell.Changed(), .. cell.Members.Select(member => cell.MemberChanged(member))]);
        await Eventually.EqualsAsync(
            "members known",
            () => ScalarAsync<long>($"select count(*) from members where unit_path = '{cell.Path}'"),
            members,
            TimeSpan.FromSeconds(60)
        );
        await Eventually.EqualsAsync(
            "units known",
            () => ScalarAsync<long>($"select count(*) from unit_directory where id = '{cell.Id}'"),
            1
        );
        return cell;
    }

    /// <summary>The events of a session in the order of its log, with their JSON.</summary>
    public async Task<List<(string Type, string Payload)>> EventsAsync(Guid sessionId)
    {
        await using var command = _database!.CreateCommand(
            $"select type, payload::text from messaging.event_log where aggregate_id = '{sessionId}' order by id"
        );
        await using var reader = await command.ExecuteReaderAsync();
        List<(string, string)> events = [];
        while (await reader.ReadAsync())
        {
            events.Add((reader.GetString(0), reader.GetString(1)));
        }

        return events;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = _database!.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task<NpgsqlConnection> ConnectAsync() => _database!.OpenConnectionAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
            await Organization.DisposeAsync();
            await Directive.DisposeAsync();
            await _database!.DisposeAsync();
        }
    }
}

/// <summary>All tests of the service share one instance of it.</summary>
[CollectionDefinition]
public sealed class SessionCollection : ICollectionFixture<SessionService>;
