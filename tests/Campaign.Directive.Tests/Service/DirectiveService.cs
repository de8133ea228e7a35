using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Testing;
using Campaign.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Campaign.Directives.Tests.Service;

/// <summary>
/// The service on real servers, with the publishers that it listens to. Each test makes a ward and a campaign of its own, so
/// that tests share the service and not its data.
/// </summary>
public sealed class DirectiveService(TestServers servers) : IAsyncLifetime
{
    private ServiceFactory<Program>? _factory;
    private NpgsqlDataSource? _database;

    /// <summary>The database's connection string.</summary>
    public string Database { get; private set; } = "";

    public EventSource Organization { get; private set; } = null!;

    public EventSource Session { get; private set; } = null!;

    public TestClock Clock { get; } = new();

    public ServiceFactory<Program> Factory => _factory!;

    /// <summary>The root and two districts, known from the start.</summary>
    public TestUnit City { get; } = new("hn", UnitTypes.PartyCommittee);

    public TestUnit District { get; } = new("hn/thanh-xuan", UnitTypes.PartyCommittee);

    public TestUnit OtherDistrict { get; } = new("hn/dong-da", UnitTypes.PartyCommittee);

    public async ValueTask InitializeAsync()
    {
        var broker = await servers.CreateVirtualHostAsync("directive");
        Database = await servers.CreateDatabaseAsync("directive");
        _database = NpgsqlDataSource.Create(Database);
        Organization = await EventSource.StartAsync(Resources.Organization, await servers.CreateDatabaseAsync("organization"), broker);
        Session = await EventSource.StartAsync(Resources.Session, await servers.CreateDatabaseAsync("session"), broker);
        _factory = new ServiceFactory<Program>(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:directivedb"] = Database,
                ["ConnectionStrings:rabbitmq"] = broker,
                ["Identity:PublicOrigin"] = "http://127.0.0.1",
            },
            services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
        );
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
                AggregateId = District.Id,
                Version = 1,
                Code = "thanh-xuan",
                Name = "Thanh Xuân",
            },
            new DistrictRegistered
            {
                District = Districts.City,
                AggregateId = OtherDistrict.Id,
                Version = 1,
                Code = "dong-da",
                Name = "Đống Đa",
            }
        );
        await PublishAsync(City, District, OtherDistrict);
    }

    public DirectiveClient As(params string[] posts) => new(Factory.As(posts));

    public DirectiveClient Officer => As($"{Roles.DistrictOfficer}@hn/thanh-xuan");

    public DirectiveClient Secretary(TestUnit unit) => As($"{Roles.Secretary}@{unit.Path}");

    /// <summary>Registers a ward with cells through the broker, and waits until the service knows them.</summary>
    public async Task<Ward> WardAsync(int cells)
    {
        var unit = new TestUnit($"hn/thanh-xuan/w-{Guid.NewGuid():N}"[..30], UnitTypes.PartyCommittee);
        var ward = new Ward(
            unit,
            [.. Enumerable.Range(1, cells).Select(number => new TestUnit($"{unit.Path}/cb-{number:00}", UnitTypes.Cell))]
        );
        await PublishAsync([unit, .. ward.Cells]);
        return ward;
    }

    public async Task PublishAsync(params TestUnit[] units)
    {
        await Organization.PublishAsync(units.Select(unit => unit.Changed()));
        var ids = string.Join(',', units.Select(unit => $"'{unit.Id}'"));
        await Eventually.EqualsAsync(
            "units known",
            () => ScalarAsync<long>($"select count(*) from unit_directory where id in ({ids})"),
            units.Length,
            TimeSpan.FromSeconds(60)
        );
    }

    public Task<CampaignView> CampaignAsync() =>
        Officer.OpenCampaignAsync(
            new OpenCampaign("Học tập và làm theo", new DateOnly(2021, 5, 18), new DateOnly(2030, 12, 31), District.Id, ["Đạo đức công vụ"])
        );

    /// <summary>A document of the district, on record as a draft.</summary>
    public async Task<DirectiveView> DraftAsync(
        CampaignView? campaign = null,
        string symbol = "39-KH/QU",
        DateOnly? signedOn = null,
        Guid? carriesOut = null
    ) => await Officer.RecordAsync(Record((campaign ?? await CampaignAsync()).Id, symbol, signedOn, carriesOut));

    public RecordDirective Record(Guid campaign, string symbol = "39-KH/QU", DateOnly? signedOn = null, Guid? carriesOut = null) =>
        new(
            campaign,
            symbol.Split('-', '/')[1].Trim(),
            symbol,
            "Kế hoạch triển khai Kết luận 01-KL/TW",
            "Quận ủy Thanh Xuân",
            District.Id,
            "Bí thư Quận ủy",
            signedOn ?? new DateOnly(2021, 7, 1),
            carriesOut,
            null,
            null
        );

    /// <summary>Issues a fresh document to the units and waits for the assignments.</summary>
    public async Task<DirectiveView> IssuedAsync(IEnumerable<TestUnit> units, params Requirement[] requirements)
    {
        var draft = await DraftAsync();
        var preview = await Officer.PreviewIssueAsync(draft.Id, new IssueDirective([.. units.Select(unit => unit.Id)], null, requirements));
        await Officer.IssueAsync(draft.Id, new IssueDirective([.. units.Select(unit => unit.Id)], null, requirements));
        return await AssignedAsync(draft.Id, preview.Assignments);
    }

    public async Task<DirectiveView> AssignedAsync(Guid directive, int assignments, TimeSpan? patience = null)
    {
        await Eventually.TrueAsync(
            $"{assignments} assignments",
            () => Officer.DirectiveAsync(directive),
            seen => seen.Counts.Assignments == assignments,
            patience
        );

        // the document is read before its figures, and the commit may have come between
        return await Officer.DirectiveAsync(directive);
    }

    /// <summary>The day in Hà Nội by the service's clock.</summary>
    public DateOnly Today => Clock.Today();

    public Requirement Asking(string kind, int dueInDays = 30, params string[] types) =>
        new(kind, $"Thực hiện: {kind}", Today.AddDays(dueInDays), types);

    /// <summary>Types of an aggregate's events in the order of the log.</summary>
    public async Task<List<string>> EventsAsync(Guid aggregate) =>
        await ColumnAsync($"select type from messaging.event_log where aggregate_id = '{aggregate}' order by id");

    public async Task<List<string>> ColumnAsync(string sql)
    {
        await using var command = _database!.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> values = [];
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    /// <summary>Rows of the roll-up that differ from a recount of the assignments.</summary>
    public Task<List<string>> WrongFiguresAsync() =>
        ColumnAsync(
            """
            with recount as (
                select directive_id, (step - 1)::smallint as level, array_to_string(parts[1:step], '/') collate "C" as unit_path,
                    requirement_no,
                    count(*) as assignments, count(acknowledged_on) as acknowledged, count(completed_on) as completed,
                    count(*) filter (where completed_on <= due_on) as on_time,
                    count(*) filter (where overdue_on is not null and completed_on is null) as overdue,
                    count(*) filter (where state = 'returned') as returned, count(*) filter (where state = 'reported') as reported
                from (select *, string_to_array(unit_path, '/') as parts from assignments where state <> 'recalled') asked
                cross join lateral generate_series(least(2, cardinality(parts)), cardinality(parts)) as step
                group by 1, 2, 3, 4),
            kept as (select * from roll_ups
                where (assignments, acknowledged, completed, on_time, overdue, returned, reported) is distinct from (0, 0, 0, 0, 0, 0, 0))
            select coalesce(r.unit_path, k.unit_path) || ' ' || coalesce(r.requirement_no,
                k.requirement_no) || ': ' || to_json(r)::text || ' <> ' || to_json(k)::text
            from recount r full join kept k using (directive_id, level, unit_path, requirement_no)
            where (r.assignments, r.acknowledged, r.completed, r.on_time, r.overdue, r.returned, r.reported)
                is distinct from (k.assignments::bigint, k.acknowledged::bigint, k.completed::bigint, k.on_time::bigint, k.overdue::bigint,
                    k.returned::bigint, k.reported::bigint)
            """
        );

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = _database!.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = _database!.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
            await Organization.DisposeAsync();
            await Session.DisposeAsync();
            await _database!.DisposeAsync();
        }
    }
}

/// <summary>The tests that share the service, and its clock: one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ServiceTests : ICollectionFixture<DirectiveService>
{
    public const string Name = "service";
}
