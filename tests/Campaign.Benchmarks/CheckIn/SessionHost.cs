using System.Net.Http.Headers;
using System.Net.Http.Json;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.CheckIn;
using Campaign.Testing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaign.Benchmarks.CheckIn;

/// <summary>A check-in that has not happened yet: an open session, and a participant who is signed in as themself.</summary>
internal sealed record Turn(string District, Guid Session, Guid Member, string Token);

/// <summary>The real Session service behind Kestrel, with open sessions in its database.</summary>
internal sealed class SessionHost : IAsyncDisposable
{
    /// <summary>People who check in; each to every session made, with a token of their own.</summary>
    private const int Members = 500;
    private const string Code = "123456";

    private readonly ServiceFactory<WrongCodes> _factory;
    private readonly NpgsqlDataSource _database;
    private readonly (Guid Id, string Token)[] _members;

    private SessionHost(ServiceFactory<WrongCodes> factory, string database)
    {
        _factory = factory;
        _database = NpgsqlDataSource.Create(database);
        Database = database;
        _members =
        [
            .. Enumerable
                .Range(0, Members)
                .Select(_ => Guid.CreateVersion7())
                .Select(id => (id, TestTokens.For([$"{Roles.Member}@hn"], id))),
        ];
        Client = Load.Client(factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public static Guid Campaign { get; } = Guid.CreateVersion7();

    public string Database { get; }

    public HttpClient Client { get; }

    public static async Task<SessionHost> StartAsync(Bench bench, string broker, CancellationToken ct)
    {
        var database = await bench.Servers.CreateDatabaseAsync("session");
        var factory = new ServiceFactory<WrongCodes>(Settings.Of(Resources.SessionDb, database, broker));
        factory.UseKestrel(0);
        factory.StartServer();
        var host = new SessionHost(factory, database);
        await Settings.UntilReadyAsync(host.Client, ct);
        return host;
    }

    /// <summary>Makes sessions in these districts in turn and gives out their check-ins in an order that mixes all of them.</summary>
    public async Task<Turn[]> OpenAsync(int sessions, string[] districts, CancellationToken ct)
    {
        (Guid Id, string District)[] made =
        [
            .. Enumerable.Range(0, sessions).Select(number => (Guid.CreateVersion7(), districts[number % districts.Length])),
        ];
        var quarter = AttendancePartition.QuarterOf(DateTimeOffset.UtcNow);
        await using var partitions = _database.CreateCommand("select make_attendance_partition(district, $2) from unnest($1) district");
        partitions.Parameters.Add(new() { Value = districts });
        partitions.Parameters.Add(new() { Value = quarter });
        await partitions.ExecuteNonQueryAsync(ct);
        await using var command = _database.CreateCommand(
            """
            with made as (select * from unnest($1::uuid[], $2::text[]) as made(id, district)), opened as (
                insert into sessions (id, district, campaign_id, unit_id, unit_name, unit_path, kind, topic, form, place, starts_at,
                    quarter, planned_minutes,
                    state, code, expected, present, excused, absent, version, extended)
                select id, district, $3, id, 'Chi bộ', 'hn/' || district || '/cell', 'cell-meeting', 'Học tập và làm theo', 'in-room',
                    'Nhà văn hóa',
                    now(), $6, 90, 'open', $4, 0, 0, 0, 0, 2, false from made)
            insert into attendance (district, quarter, session_id, member_id, line)
                select district, $6, id, member, line from made, unnest($5) with ordinality as expected (member, line)
            """
        );
        command.Parameters.Add(new() { Value = made.Select(session => session.Id).ToArray() });
        command.Parameters.Add(new() { Value = made.Select(session => session.District).ToArray() });
        command.Parameters.Add(new() { Value = Campaign });
        command.Parameters.Add(new() { Value = Code });
        command.Parameters.Add(new() { Value = _members.Select(member => member.Id).ToArray() });
        command.Parameters.Add(new() { Value = quarter });
        await command.ExecuteNonQueryAsync(ct);
        return [.. from member in _members from session in made select new Turn(session.District, session.Id, member.Id, member.Token)];
    }

    public async Task CheckInAsync(Turn turn, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"sessions/{turn.Session}/check-ins")
        {
            Content = JsonContent.Create(new Api.Session.CheckInRequest(null, Code)),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", turn.Token);
        using var answer = await Client.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadFromJsonAsync<CheckInResult>(ct);
    }

    /// <summary>Waits until the relay has sent what was written: its rest belongs to no other round.</summary>
    public async Task UntilPublishedAsync(CancellationToken ct)
    {
        bool published;
        do
        {
            await Task.Delay(50, ct);
            await using var command = _database.CreateCommand(
                "select not exists (select from messaging.event_log where published_at is null)"
            );
            published = (bool)(await command.ExecuteScalarAsync(ct))!;
        } while (!published);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _database.DisposeAsync();
        await _factory.DisposeAsync();
    }
}
