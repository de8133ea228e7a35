using Npgsql;

namespace Campaign.AppHost.Tests;

public sealed class LocalPostgresTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cluster_is_durable_private_and_unprivileged()
    {
        await using var postgres = new LocalPostgres();
        await postgres.StartAsync(Cancellation);
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString());

        foreach (
            var (setting, expected) in new[]
            {
                ("fsync", "on"),
                ("full_page_writes", "on"),
                ("synchronous_commit", "on"),
                ("listen_addresses", "127.0.0.1"),
                ("password_encryption", "scram-sha-256"),
            }
        )
        {
            await using var show = source.CreateCommand($"select current_setting('{setting}')");
            (await show.ExecuteScalarAsync(Cancellation)).ShouldBe(expected, setting);
        }

        await using var wrong = NpgsqlDataSource.Create(
            postgres.ConnectionString().Replace(postgres.Password, "guess", StringComparison.Ordinal)
        );
        (await Should.ThrowAsync<PostgresException>(async () => await wrong.OpenConnectionAsync(Cancellation))).SqlState.ShouldBe(
            PostgresErrorCodes.InvalidPassword
        );
        Sockets.EffectiveUserOf(postgres.Process!.Id).ShouldNotBe("0");
    }

    [Fact]
    public async Task Committed_rows_survive_a_kill_and_a_restart_on_the_same_port()
    {
        await using var postgres = new LocalPostgres();
        await postgres.StartAsync(Cancellation);
        await postgres.CreateDatabasesAsync(["one", "two", "one"], Cancellation);
        var address = postgres.ConnectionString("two");
        await ExecuteAsync(address, "create table kept(id int); insert into kept values (1)");

        await postgres.KillAsync();
        postgres.IsRunning.ShouldBeFalse();
        await postgres.StartAsync(Cancellation);
        await ExecuteAsync(address, "insert into kept values (2)");
        await postgres.StopAsync();
        await postgres.StartAsync(Cancellation);

        await using var source = NpgsqlDataSource.Create(address);
        await using var count = source.CreateCommand("select count(*) from kept");
        (await count.ExecuteScalarAsync(Cancellation)).ShouldBe(2L);
    }

    [Fact]
    public async Task Folder_that_the_server_account_cannot_reach_still_works_and_is_removed_whole()
    {
        var closed = Directory.CreateTempSubdirectory("campaign-closed-").FullName; // as root: 0700, root's
        var folder = Path.Combine(closed, "postgres");
        var postgres = new LocalPostgres(new() { DataDirectory = folder });
        await postgres.StartAsync(Cancellation);
        await postgres.StopAsync();
        var real = new DirectoryInfo(folder).LinkTarget ?? folder;
        Directory.Exists(Path.Combine(real, "data")).ShouldBeTrue();

        ServerFolder.Remove(folder);

        Directory.Exists(real).ShouldBeFalse();
        Directory.EnumerateFileSystemEntries(closed).ShouldBeEmpty();
        Directory.Delete(closed);
    }

    [Fact]
    public async Task Port_of_another_program_is_refused_in_one_sentence()
    {
        await using var first = new LocalPostgres();
        await first.StartAsync(Cancellation);
        await using var second = new LocalPostgres(new() { Port = first.Port });

        var failure = await Should.ThrowAsync<ServerException>(() => second.StartAsync(Cancellation));

        failure.Message.ShouldBe($"Port {first.Port} of 127.0.0.1 is in use by another program; stop it or choose another port.");
    }

    private static async Task ExecuteAsync(string address, string sql)
    {
        await using var source = NpgsqlDataSource.Create(address + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
