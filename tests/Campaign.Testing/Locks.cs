using Npgsql;

namespace Campaign.Testing;

/// <summary>Tells that one session really waits for another, so that a test need not guess how long that takes.</summary>
public static class Locks
{
    /// <summary>Waits until a session of the database waits for a lock, or <paramref name="work"/> ended without having to.</summary>
    /// <param name="database">Its connection string.</param>
    /// <param name="work">What is expected to wait.</param>
    /// <param name="count">Sessions that wait.</param>
    public static async Task AwaitedAsync(string database, Task work, int count = 1)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await Eventually.TrueAsync(
            $"{count} sessions to wait for a lock, or the work to end",
            async () =>
            {
                await using var command = source.CreateCommand(
                    "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                );
                return work.IsCompleted || (long)(await command.ExecuteScalarAsync())! >= count;
            },
            done => done
        );
    }
}
