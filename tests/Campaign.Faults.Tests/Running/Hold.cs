using Campaign.Testing;
using Npgsql;

namespace Campaign.Faults.Tests;

/// <summary>
/// Stops a consumer in the middle of its transaction: its inbox is locked, so a delivery that was handed out waits in there,
/// neither committed nor acknowledged. What is killed now is killed with a message in flight.
/// </summary>
public sealed class Hold : IAsyncDisposable
{
    private readonly World _world;
    private readonly string _service;
    private readonly NpgsqlConnection _connection;

    private Hold(World world, string service, NpgsqlConnection connection)
    {
        _world = world;
        _service = service;
        _connection = connection;
    }

    public static async Task<Hold> OnAsync(World world, string service)
    {
        var connection = world.Connection(service);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("begin; lock table messaging.inbox in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync();
        return new Hold(world, service, connection);
    }

    /// <summary>Waits until a delivery is caught.</summary>
    public Task CaughtAsync() =>
        Eventually.TrueAsync(
            $"a delivery in {_service}'s transaction",
            () =>
                _world.ScalarAsync<long>(
                    _service,
                    "select count(*) from pg_locks where not granted and relation = 'messaging.inbox'::regclass and database = "
                        + "(select oid from pg_database where datname = current_database())"
                ),
            waiting => waiting > 0,
            TimeSpan.FromMinutes(1)
        );

    public async ValueTask DisposeAsync()
    {
        // the lock goes with the connection
        await _connection.DisposeAsync();
    }
}
