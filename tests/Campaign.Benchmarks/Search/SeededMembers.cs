using Campaign.Api.Organization;
using Campaign.Benchmarks.CheckIn;
using Campaign.Contracts;
using Campaign.Organization.Members;
using Campaign.Testing;

namespace Campaign.Benchmarks.Search;

/// <summary>The real Organization service with members in 30 districts behind it.</summary>
internal sealed class SeededMembers : IAsyncDisposable
{
    /// <summary>A name as it is typed, from two letters on; whole names; numbers; and what nobody is called.</summary>
    private static readonly string[] s_typed =
    [
        "ng",
        "nguy",
        "nguyễn",
        "nguyễn v",
        "nguyễn văn",
        "nguyễn văn h",
        "đặng thị ngọc",
        "HOÀNG đức tùng",
        "tùng hoàng",
        "vũ",
        "vũ q",
        "lê kim yến",
        "m-1",
        "m-4711",
        "m-499",
        "bùi hữu khoa",
        "khoa",
        "trần xuân x",
        "zzz",
        "phan thu trang d10",
    ];

    private readonly ServiceFactory<Member> _factory;
    private readonly HttpClient _http;

    private SeededMembers(ServiceFactory<Member> factory, string database)
    {
        (_factory, Database) = (factory, database);

        // over a real connection: the one in memory keeps what was sent
        factory.UseKestrel(0);
        _http = factory.As($"{Roles.CityOfficer}@hn");
    }

    /// <summary>Connection string.</summary>
    public string Database { get; }

    public OrganizationClient Client => new(_http);

    public static async Task<SeededMembers> StartAsync(Bench bench, int count, CancellationToken ct)
    {
        var database = await bench.Servers.CreateDatabaseAsync("organization");
        var broker = await bench.Servers.CreateVirtualHostAsync("organization");
        var members = new SeededMembers(new ServiceFactory<Member>(Settings.Of(Resources.OrganizationDb, database, broker)), database);
        await Settings.UntilReadyAsync(members._http, ct);
        // names as unevenly spread as they are: two in five are Nguyễn; cell after cell, as their files come
        await Bench.ExecuteAsync(
            database,
            $"""
            insert into units (id, code, name, short_name, type, path, valid_from, search_text, version)
            values (gen_random_uuid(), 'hn', 'Hà Nội', 'Hà Nội', 'party-committee', 'hn', '2010-01-01', ' ha noi', 1);
            insert into units (id, code, name, short_name, type, parent_id, path, valid_from, search_text, version)
            select gen_random_uuid(), 'q' || q, 'Quận ' || q, 'Quận ' || q, 'party-committee', root.id, 'hn/q' || q, '2010-01-01',
                ' quan ' || q, 1
            from units root, generate_series(1, 30) q;
            insert into units (id, code, name, short_name, type, parent_id, path, valid_from, search_text, version)
            select gen_random_uuid(), 'd' || d, 'Chi bộ ' || d, 'Chi bộ ' || d, 'cell', district.id, district.path || '/d' || d,
                '2010-01-01', ' chi bo ' || d, 1
            from generate_series(1, 600) d join units district on district.code = 'q' || (1 + (d - 1) / 20);
            insert into members (id, number, full_name, unit_id, unit_path, status, since, search_text, version)
            select gen_random_uuid(), 'M-' || n, initcap(person.name), unit.id, unit.path, 'active', '2020-01-01',
                ' ' || person.name || ' m ' || n, 1
            from generate_series(1, {count}) n
            join lateral (select concat_ws(' ',
                (array['nguyen','nguyen','nguyen','nguyen','tran','le','pham','hoang','vu','dang','bui','phan'])[1 +
                    abs(hashint4(n)::bigint) % 12],
                (array['van','thi','duc','huu','xuan','ngoc','kim','thu','minh','quang'])[1 + abs(hashint4(n + 1)::bigint) % 10],
                (array['an','binh','chi','dung','hai','hung','khoa','lan','linh','mai','nam','phuong','quan','son','tam','trang','tung',
                    'yen','hoa','huong'])[1 + abs(hashint4(n + 2)::bigint) % 20]) as name) as person on true
            join units unit on unit.code = 'd' || (1 + (n - 1) * 600 / {count})
            order by n;
            """,
            ct
        );
        await Bench.ExecuteAsync(database, "vacuum analyze", ct);
        return members;
    }

    /// <summary>The first page of what the n-th person types.</summary>
    public Task SearchAsync(int n, CancellationToken ct) => Client.MembersAsync(search: s_typed[n % s_typed.Length], limit: 20, ct: ct);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _factory.DisposeAsync();
    }
}
