using Campaign.Messaging.Routing;
using Npgsql;

namespace Campaign.Messaging.Relaying;

/// <summary>
/// Shares the districts between the replicas of a service: a district belongs to the session that holds its advisory lock,
/// and nobody holds more than a fair share while another replica lives.
/// </summary>
internal sealed class DistrictClaims(NpgsqlConnection connection, DistrictRelayFactory relays, RelaySignal signal, RelayState state)
    : IAsyncDisposable
{
    private const int LockSpace = 0x72656c61;
    private readonly Dictionary<District, DistrictRelay> _claimed = [];

    /// <summary>Makes this replica count: everyone holds the lock of number 0 together.</summary>
    public Task AnnounceAsync(CancellationToken cancellationToken) =>
        ScalarAsync($"select pg_advisory_lock_shared({LockSpace}, 0)", cancellationToken);

    public async Task ShareAsync(IReadOnlyCollection<District> districts, CancellationToken cancellationToken)
    {
        var replicas = (long)
            (
                await ScalarAsync(
                    $"""
                    select count(*) from pg_locks
                    where locktype = 'advisory' and classid = {LockSpace} and objid = 0 and granted
                      and database = (select oid from pg_database where datname = current_database())
                    """,
                    cancellationToken
                )
            )!;
        var share = (int)Math.Ceiling(districts.Count / (double)Math.Max(1, replicas));
        foreach (var district in _claimed.Keys.OrderBy(district => district.Code, StringComparer.Ordinal).Skip(share).ToList())
        {
            await ReleaseAsync(district);
            await ScalarAsync($"select pg_advisory_unlock({LockSpace}, {district.Id})", cancellationToken);
        }

        foreach (var district in districts.Where(district => !_claimed.ContainsKey(district)))
        {
            if (_claimed.Count >= share)
            {
                break;
            }

            if (await ScalarAsync($"select pg_try_advisory_lock({LockSpace}, {district.Id})", cancellationToken) is true)
            {
                Claim(district);
            }
        }

        state.Claimed = [.. _claimed.Keys.Select(district => district.Code).Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var district in _claimed.Keys.ToList())
        {
            await ReleaseAsync(district);
        }

        state.Claimed = [];
        if (connection.FullState.HasFlag(System.Data.ConnectionState.Open))
        {
            // the connection returns to the pool: neither locks nor notifications may return with it
            await ScalarAsync("unlisten *; select pg_advisory_unlock_all()", CancellationToken.None);
        }
    }

    private void Claim(District district)
    {
        var relay = relays.Start(district.Code);
        _claimed.Add(district, relay);
        signal.Claimed(district.Code, relay.Wake);
        relay.Wake();
    }

    private async Task ReleaseAsync(District district)
    {
        signal.Released(district.Code);
        _claimed.Remove(district, out var relay);
        await relay!.DisposeAsync();
        state.Succeeded(district.Code);
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
