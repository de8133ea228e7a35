using Campaign.Messaging.Schema;
using Campaign.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Campaign.Messaging.Tests;

public sealed class InstallTests(TestServers servers) : MessagingTest(servers)
{
    private const string Months = "select count(*) from pg_class where relkind = 'r' and relname ~ '^(event_log|inbox)_[0-9]{4}_[0-9]{2}$'";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replicas_that_start_at_once_install_once()
    {
        await using var database = NpgsqlDataSource.Create(await DatabaseAsync("alpha"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Installer(database).InstallAsync(Ct)));

        (await ScalarAsync(database, Months)).ShouldBe(8);
    }

    [Fact]
    public async Task A_replica_that_starts_waits_for_one_that_is_making_the_same_months()
    {
        await using var database = NpgsqlDataSource.Create(await DatabaseAsync("alpha"));
        await Installer(database).InstallAsync(Ct);
        await ExecuteAsync(
            database,
            "do $$ declare month text; begin for month in "
                + Months.Replace("count(*)", "relname", StringComparison.Ordinal)
                + " loop execute 'drop table messaging.' || month; end loop; end $$"
        );
        await using var maintaining = await database.OpenConnectionAsync(Ct);
        await using var transaction = await maintaining.BeginTransactionAsync(Ct);
        await using var making = new NpgsqlCommand($"{Partitions.TakeTurns}; {Partitions.Ensure}", maintaining, transaction);
        await making.ExecuteNonQueryAsync(Ct);

        var starting = Installer(database).InstallAsync(Ct);
        await Locks.AwaitedAsync(await DatabaseAsync("alpha"), starting);
        await transaction.CommitAsync(Ct);
        await starting;

        (await ScalarAsync(database, Months)).ShouldBe(8);
    }

    private static SchemaInstaller Installer(NpgsqlDataSource database) => new(database, [], NullLogger<SchemaInstaller>.Instance);

    private static async Task<long> ScalarAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
