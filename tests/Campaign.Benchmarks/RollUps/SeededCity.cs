using Campaign.Api.City;
using Campaign.Benchmarks.CheckIn;
using Campaign.City.RollUps;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Benchmarks.RollUps;

/// <summary>The real City service with eight quarters of sessions in 30 districts behind it.</summary>
internal sealed class SeededCity : IAsyncDisposable
{
    private static readonly Guid s_campaign = Guid.CreateVersion7();
    private readonly ServiceFactory<Figure> _factory;
    private readonly HttpClient _http;

    private SeededCity(ServiceFactory<Figure> factory)
    {
        _factory = factory;
        _http = factory.As($"{Roles.CityOfficer}@hn");
    }

    /// <param name="bench">Whose servers.</param>
    /// <param name="cells">Cells of a district; each holds three sessions a quarter.</param>
    /// <param name="ct">Stops the seeding.</param>
    public static async Task<SeededCity> StartAsync(Bench bench, int cells, CancellationToken ct)
    {
        var database = await bench.Servers.CreateDatabaseAsync("city");
        var broker = await bench.Servers.CreateVirtualHostAsync("city");
        var city = new SeededCity(new ServiceFactory<Figure>(Settings.Of(Resources.CityDb, database, broker)));
        await Settings.UntilReadyAsync(city._http, ct);
        // the totals are what CountSessions makes of such events
        await Bench.ExecuteAsync(
            database,
            $"""
            insert into campaigns (id, name, "from", "to", version) values ('{s_campaign}', 'Học tập và làm theo', '2021-01-01',
                '2022-12-31', 1);
            insert into sessions (district, id, campaign_id, unit_path, kind, topic, held_on, expected, present, cancelled, figures_version)
            select 'd' || lpad(d::text, 2, '0'), gen_random_uuid(), '{s_campaign}', 'hn/d' || d || '/ward-' || c % 11 || '/cell-' || c,
                   case when c % 7 = 0 then 'thematic-meeting' else 'cell-meeting' end, 'topic ' || (c + m) % 40,
                   date '2021-01-15' + make_interval(months => m), 30, 25 + (c + m) % 5, false, 1
            from generate_series(1, 30) d, generate_series(1, {cells}) c, generate_series(0, 23) m;
            create temporary table quarterly as
            select *, extract(year from held_on)::int as year, extract(quarter from held_on)::int as quarter,
                   array_to_string((string_to_array(unit_path, '/'))[1:3], '/') as ward from sessions;
            insert into figures (campaign_id, district, name, year, quarter, key, value)
            select '{s_campaign}', district, name, year, quarter, key, sum(value)
            from quarterly, lateral (values
                ('sessions-held', kind, 1), ('expected', kind, expected), ('attendance', kind, present), ('topics', topic, 1),
                ('group-sessions', ward, 1), ('group-expected', ward, expected), ('group-attendance', ward, present)) as one(name, key,
                    value)
            group by district, name, year, quarter, key;
            analyze;
            """,
            ct
        );
        return city;
    }

    /// <summary>The roll-up of all districts: what each of the eight quarters held, and where.</summary>
    public async Task QueryAsync(CancellationToken ct)
    {
        var client = new CityClient(_http);
        var quarters = await client.QuartersAsync(s_campaign, ct: ct);
        if (quarters.Items.Count != 8 || quarters.Items.Any(quarter => quarter.Attendance == 0))
        {
            throw new InvalidOperationException($"The roll-up has {quarters.Items.Count} quarters or an empty one.");
        }

        await client.DistrictsAsync(s_campaign, ct: ct);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _factory.DisposeAsync();
    }
}
