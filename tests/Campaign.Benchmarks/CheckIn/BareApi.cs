using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Api.Session;
using Campaign.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Campaign.Benchmarks.CheckIn;

/// <summary>
/// The control of a check-in: a minimal API that writes the same two rows with two inserts in a transaction, asks nobody who
/// they are and publishes nothing.
/// </summary>
internal sealed class BareApi : IAsyncDisposable
{
    private const string Tables = """
        create schema bare;
        create table bare.attendance (like public.attendance including all);
        create table bare.event_log (like messaging.event_log_default including all);
        """;

    private readonly WebApplication _app;
    private readonly NpgsqlDataSource _database;
    private readonly HttpClient _client;

    private BareApi(WebApplication app, NpgsqlDataSource database)
    {
        _app = app;
        _database = database;
        _client = Load.Client(app.Urls.First());
    }

    /// <param name="database">The Session service's own; the control's tables lie beside its tables.</param>
    /// <param name="ct">Stops the start.</param>
    public static async Task<BareApi> StartAsync(string database, CancellationToken ct)
    {
        await Bench.ExecuteAsync(database, Tables, ct);
        var source = NpgsqlDataSource.Create(database + ";Max Auto Prepare=100;Maximum Pool Size=32");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/sessions/{id:guid}/check-ins", (Guid id, Arrival arrival, CancellationToken cancel) =>
            WriteAsync(source, id, arrival, cancel)
        );
        await app.StartAsync(ct);
        return new BareApi(app, source);
    }

    public async Task CheckInAsync(Turn turn, CancellationToken ct)
    {
        using var answer = await _client.PostAsJsonAsync($"sessions/{turn.Session}/check-ins", new Arrival(turn.District, turn.Member), ct);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadFromJsonAsync<CheckInResult>(ct);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task<IResult> WriteAsync(NpgsqlDataSource source, Guid id, Arrival arrival, CancellationToken ct)
    {
        var now = DateTimeOffset.UtcNow;
        var checkedIn = new MemberCheckedIn
        {
            District = arrival.District,
            AggregateId = id,
            Version = 2,
            OccurredAt = now,
            MemberId = arrival.MemberId,
            UnitPath = "hn",
        };
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (
            var row = new NpgsqlCommand(
                "insert into bare.attendance (district, quarter, session_id, member_id, status, recorded_at, recorded_by, line) values "
                    + "($1, current_date, $2, $3, 'present', $4, 'nobody', 1)",
                connection
            )
        )
        {
            row.Parameters.Add(new NpgsqlParameter<string> { TypedValue = arrival.District });
            row.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
            row.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = arrival.MemberId });
            row.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
            await row.ExecuteNonQueryAsync(ct);
        }

        await using (
            var row = new NpgsqlCommand(
                "insert into bare.event_log (event_id, district, type, aggregate_id, version, payload) values ($1, $2, "
                    + "'MemberCheckedIn', $3, 2, $4)",
                connection
            )
        )
        {
            row.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = checkedIn.EventId });
            row.Parameters.Add(new NpgsqlParameter<string> { TypedValue = arrival.District });
            row.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
            row.Parameters.Add(
                new NpgsqlParameter<string>
                {
                    TypedValue = JsonSerializer.Serialize(checkedIn, JsonSerializerOptions.Web),
                    NpgsqlDbType = NpgsqlDbType.Json,
                }
            );
            await row.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new CheckInResult(id, arrival.MemberId, "present", now));
    }

    private sealed record Arrival(string District, Guid MemberId);
}
