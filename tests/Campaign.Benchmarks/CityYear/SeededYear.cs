using Campaign.Api.Session;
using Campaign.Benchmarks.CheckIn;
using Campaign.Contracts;
using Campaign.Sessions.CheckIn;
using Campaign.Testing;

namespace Campaign.Benchmarks.CityYear;

/// <summary>The real Session service with a year of held meetings behind it: 30 districts, 16 meetings a cell, 30 members each.</summary>
internal sealed class SeededYear : IAsyncDisposable
{
    private const string Ward = "hn/d01/w1";
    private const string Cell = $"{Ward}/c1";
    private static readonly DateOnly s_from = new(2025, 1, 1);
    private static readonly DateOnly s_to = new(2025, 12, 31);
    private readonly ServiceFactory<WrongCodes> _factory;
    private readonly HttpClient _http;
    private readonly SessionClient _client;
    private Guid _session;

    private SeededYear(ServiceFactory<WrongCodes> factory)
    {
        _factory = factory;
        _http = factory.As($"{Roles.DistrictOfficer}@hn/d01");
        _client = new SessionClient(_http);
    }

    /// <summary>What people open: of one meeting, one cell and one ward, which are as large however large the city is.</summary>
    public IReadOnlyList<(string Name, Func<CancellationToken, Task> Open)> Pages =>
        [
            ("roster of a meeting", async ct => Demand((await _client.ParticipantsAsync(_session, limit: 50, ct: ct)).Items.Count, 30)),
            ("meetings of a cell", async ct => Demand((await _client.SessionsAsync(Cell, limit: 20, ct: ct)).Items.Count, 16)),
            ("people of a cell over the year", async ct =>
                Demand((await _client.PeopleAttendanceAsync(Cell, s_from, s_to, ct: ct)).Items.Sum(person => person.Expected), 30 * 16)
            ),
            ("attendance of a ward by cell", async ct =>
                Demand((await _client.UnitAttendanceAsync(Ward, s_from, s_to, ct: ct)).Items.Sum(unit => unit.Sessions), 5 * 16)
            ),
            ("quarter's coverage of a ward", async ct => Demand((await _client.CoverageAsync(Ward, 2025, 2, ct: ct)).Held, 5)),
        ];

    /// <param name="cells">Of each district; 480 attendance rows each.</param>
    public static async Task<SeededYear> StartAsync(Bench bench, int cells, CancellationToken ct)
    {
        var database = await bench.Servers.CreateDatabaseAsync("session");
        var year = new SeededYear(
            new ServiceFactory<WrongCodes>(
                Settings.Of(Resources.SessionDb, database, await bench.Servers.CreateVirtualHostAsync("session"))
            )
        );
        await Settings.UntilReadyAsync(year._http, ct);
        await Bench.ExecuteAsync(
            database,
            $"""
            create temporary table cells as
            select gen_random_uuid() as id, 'd' || lpad(d::text, 2, '0') as district, 'c' || c as code, 'hn/d' || lpad(d::text, 2,
                '0') || '/w' || ((c - 1) / 5 + 1) || '/c' || c as path
            from generate_series(1, 30) d, generate_series(1, {cells}) c;
            insert into unit_directory (id, code, name, short_name, type, path, district, valid_from, version)
            select id, district || code, 'Chi bộ ' || code, code, 'cell', path, district, '2020-01-01', 1 from cells;
            insert into members (id, number, full_name, unit_id, unit_path, status, version)
            select gen_random_uuid(), code || '.' || n || '.' || district, 'Đảng viên Minh Họa ' || n, id, path, 'active', 1 from cells,
                generate_series(1, 30) n;
            insert into sessions (id, district, quarter, unit_id, unit_name, unit_path, kind, topic, form, place, starts_at, ended_at,
                planned_minutes, state, expected, present, excused, absent, version, extended)
            select gen_random_uuid(), district, date_trunc('quarter', day)::date, id, 'Chi bộ ' || code, path,
                case when m > 12 then 'thematic-meeting' else 'cell-meeting' end,
                'Học tập và làm theo', 'in-room', 'Nhà văn hóa', day, day + interval '100 minutes', 90, 'held', 30, 28, 1, 1, 3, false
            from cells, generate_series(1, 16) m, lateral (select timestamptz '2025-01-15 12:00+00' + make_interval(months => case when m >
                12 then (m - 13) * 3 else m - 1 end) as day) days;
            select make_attendance_partition(district, quarter) from (select distinct district, quarter from sessions) parts;
            insert into attendance (district, quarter, session_id, member_id, status, recorded_at, recorded_by, line, way)
            select s.district, s.quarter, s.id, m.id, case when random() < 0.93 then 'present' when random() < 0.5 then 'excused' else
                'absent' end, s.starts_at, 'roster', 1, 'roster'
            from sessions s join members m on m.unit_id = s.unit_id;
            """,
            ct
        );
        await Bench.ExecuteAsync(database, "vacuum analyze", ct);
        year._session = (await year._client.SessionsAsync(Cell, limit: 1, ct: ct)).Items[0].Id;
        return year;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _factory.DisposeAsync();
    }

    private static void Demand(int found, int wanted)
    {
        if (found != wanted)
        {
            throw new InvalidOperationException($"The page shows {found} where there are {wanted}.");
        }
    }
}
