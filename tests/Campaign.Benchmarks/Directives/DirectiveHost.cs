using Campaign.Api.Directive;
using Campaign.Benchmarks.CheckIn;
using Campaign.Contracts;
using Campaign.Directives.RollUps;
using Campaign.Testing;

namespace Campaign.Benchmarks.Directives;

/// <summary>The real Directive service with a city of cells behind it.</summary>
internal sealed class DirectiveHost : IAsyncDisposable
{
    private readonly ServiceFactory<RollUp> _factory;
    private readonly HttpClient _http;
    private int _symbol;

    private DirectiveHost(ServiceFactory<RollUp> factory, string database)
    {
        _factory = factory;
        Database = database;
        _http = factory.As($"{Roles.CityOfficer}@hn");
        Client = new DirectiveClient(_http);
    }

    public string Database { get; }

    public DirectiveClient Client { get; }

    public static Guid City { get; } = Guid.Parse("00000000-0000-0000-0000-0000000000ff");

    public static async Task<DirectiveHost> StartAsync(Bench bench, CancellationToken ct)
    {
        var database = await bench.Servers.CreateDatabaseAsync("directive");
        var broker = await bench.Servers.CreateVirtualHostAsync("directive");
        var host = new DirectiveHost(new ServiceFactory<RollUp>(Settings.Of(Resources.DirectiveDb, database, broker)), database);
        await Settings.UntilReadyAsync(host._http, ct);
        await Bench.ExecuteAsync(
            database,
            $"""
            insert into unit_directory (id, code, name, short_name, type, path, district, valid_from, version)
            values ('{City}', 'hn', 'Thành ủy', 'TU', 'party-committee', 'hn', 'city', '2020-01-01', 1)
            """,
            ct
        );
        return host;
    }

    /// <summary>Cells under one ward: <c>hn/d01/{ward}/…</c>.</summary>
    public Task CellsAsync(string ward, int count, CancellationToken ct) =>
        Bench.ExecuteAsync(
            Database,
            $"""
            insert into unit_directory (id, code, name, short_name, type, path, district, valid_from, version)
            select gen_random_uuid(), '{ward}-' || n, 'Chi bộ ' || n, 'CB ' || n, 'cell', 'hn/d01/{ward}/cb-' || n, 'd01', '2020-01-01', 1
            from generate_series(1, {count}) n;
            analyze unit_directory;
            """,
            ct
        );

    public async Task<DirectiveView> DraftAsync(CancellationToken ct)
    {
        var campaign = await Client.OpenCampaignAsync(
            new OpenCampaign("Học tập và làm theo", new DateOnly(2026, 1, 1), new DateOnly(2030, 1, 1), City, ["A"]),
            ct: ct
        );
        return await Client.RecordAsync(
            new RecordDirective(
                campaign.Id,
                "KH",
                $"{++_symbol}-KH/TU",
                "Kế hoạch",
                "Thành ủy",
                City,
                "Bí thư",
                new DateOnly(2026, 1, 10),
                null,
                null,
                null
            ),
            ct: ct
        );
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _factory.DisposeAsync();
    }
}
