using System.Text.Json;
using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Campaign.Organization.Tests;

/// <summary>The service on a database and a virtual host of its own, with the city and one district planted.</summary>
public sealed class OrganizationService(TestServers servers) : IAsyncLifetime
{
    private NpgsqlDataSource? _database;
    private ServiceFactory<Program>? _factory;

    public ServiceFactory<Program> Factory => _factory!;

    public TestClock Clock { get; } = new();

    public UnitView City { get; private set; } = null!;

    public UnitView District { get; private set; } = null!;

    public OrganizationClient Operator => Client("operator@hn");

    public OrganizationClient DistrictOfficer => Client("district-officer@hn/thanh-xuan");

    public async ValueTask InitializeAsync()
    {
        var database = await servers.CreateDatabaseAsync("organization");
        _database = NpgsqlDataSource.Create(database);
        _factory = new ServiceFactory<Program>(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:organizationdb"] = database,
                ["ConnectionStrings:rabbitmq"] = await servers.CreateVirtualHostAsync("organization"),
            },
            services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
        );
        using var http = Http();
        await Eventually.EqualsAsync(
            "the service to be healthy",
            async () => (await http.GetAsync(new Uri("/health", UriKind.Relative))).IsSuccessStatusCode,
            true
        );
        City = await Operator.CreateUnitAsync(
            new CreateUnit("hn", "Thành phố Hà Nội", "Hà Nội", UnitTypes.PartyCommittee, null, new DateOnly(2000, 1, 1))
        );
        District = await Operator.CreateUnitAsync(
            new CreateUnit("thanh-xuan", "Quận ủy Thanh Xuân", "Thanh Xuân", UnitTypes.PartyCommittee, City.Id, new DateOnly(2000, 1, 1))
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    /// <summary>Calls with a token that has these posts; none: without a token.</summary>
    public HttpClient Http(params string[] posts) => _factory!.As(posts);

    public OrganizationClient Client(params string[] posts) => new(Http(posts));

    public Task<UnitView> CellAsync(string code) =>
        DistrictOfficer.CreateUnitAsync(
            new CreateUnit(code, $"Chi bộ {code}", code, UnitTypes.Cell, District.Id, new DateOnly(2010, 1, 1))
        );

    /// <summary>Types of the events logged about an aggregate, with their partition, in the order of the log.</summary>
    public async Task<string[]> EventsAsync(Guid aggregate)
    {
        List<string> events = [];
        await using var command = _database!.CreateCommand(
            "select type || ' ' || district from messaging.event_log where aggregate_id = $1 order by id"
        );
        command.Parameters.AddWithValue(aggregate);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            events.Add(reader.GetString(0));
        }

        return [.. events];
    }

    /// <summary>What the service told the others when a unit ended, in the order of the log.</summary>
    public async Task<List<UnitMerged>> MergersAsync(string district)
    {
        List<UnitMerged> mergers = [];
        await using var command = _database!.CreateCommand(
            "select payload::text from messaging.event_log where type = 'UnitMerged' and district = $1 order by id"
        );
        command.Parameters.AddWithValue(district);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            mergers.Add(JsonSerializer.Deserialize<UnitMerged>(reader.GetString(0), JsonSerializerOptions.Web)!);
        }

        return mergers;
    }

    /// <summary>The first value of a query's only row.</summary>
    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = _database!.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
