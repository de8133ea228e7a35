using System.Globalization;
using Npgsql;

namespace Campaign.LocalServers;

public sealed record LocalPostgresOptions : LocalServerOptions
{
    public int MaxConnections { get; init; } = 300;

    /// <summary>In PostgreSQL's own notation.</summary>
    public string SharedBuffers { get; init; } = "128MB";

    /// <summary>Further settings by name; they win over ours.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// A private PostgreSQL cluster from the machine's packages: loopback only, passwords by SCRAM, durable
/// (fsync, full_page_writes, synchronous_commit), never as root.
/// </summary>
public sealed class LocalPostgres(LocalPostgresOptions? options = null) : LocalServer("postgres", options ?? new())
{
    public const string UserName = "postgres";
    private const string Account = "postgres";

    private readonly LocalPostgresOptions options = options ?? new();
    private ServerState? state;

    /// <summary>Known after the first start; the same for every later one.</summary>
    public int Port => State.Ports["postgres"];

    public string Password => options.Password ?? State.Password!;

    private ServerState State => state ?? throw new InvalidOperationException("Start the server first.");

    /// <summary>The port that a server on this folder had last, where it is still free, else a free one.</summary>
    public static int ChoosePort(string dataDirectory) => ServerState.ChoosePort(Path.Combine(dataDirectory, "server.json"), "postgres");

    /// <summary>Npgsql connection string of a database; it need not exist yet.</summary>
    public string ConnectionString(string database = "postgres") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Host=127.0.0.1;Port={Port};Username={UserName};Password={Password};Database={database}"
        );

    /// <exception cref="ServerException">no server programs, port in use, disk full, or a start that failed or hung</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        var ready = false;
        var command = await PrepareAsync(cancellationToken).ConfigureAwait(false);
        var process = await ServerProcess
            .StartAsync(
                command with
                {
                    RecordFile = options.RecordFile,
                    Output = line =>
                    {
                        ready |= line.Contains("database system is ready to accept connections", StringComparison.Ordinal);
                        options.Output?.Invoke(line);
                    },
                }
            )
            .ConfigureAwait(false);
        Process = process;
        await WaitUntilReadyAsync(process, _ => Task.FromResult(Volatile.Read(ref ready)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the cluster and its configuration; the command then runs the server, for whoever starts it.</summary>
    public async Task<ServerCommand> PrepareAsync(CancellationToken cancellationToken = default)
    {
        var programs = Programs.PostgresFolder()
            ?? throw new ServerException(
                "PostgreSQL's server programs were not found; install them (Debian: apt-get install postgresql) and start again."
            );
        Accounts.DemandAccount(Account, "postgresql");
        var folder = await ServerFolder.PrepareAsync(DataDirectory, Account).ConfigureAwait(false);
        state = ServerState.Load(Path.Combine(folder, "server.json"), options.Password, ("postgres", state is null ? options.Port : Port));
        var cluster = Path.Combine(folder, "data");
        if (!Directory.Exists(cluster))
        {
            await CreateClusterAsync(programs, cluster).ConfigureAwait(false);
        }

        await File.WriteAllTextAsync(Path.Combine(cluster, "postgresql.conf"), Configuration(), cancellationToken).ConfigureAwait(false);
        await ServerFolder.GiveAsync(folder, Account).ConfigureAwait(false);

        return new ServerCommand(Path.Combine(programs, "postgres"), ["-D", cluster])
        {
            Account = Account,
            StopSignal = Signal.Interrupt, // fast shutdown: does not wait for clients
            Environment = Locale,
        };
    }

    /// <summary>Whether the server answers a query within 3 seconds.</summary>
    public async Task<bool> IsAnsweringAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(ConnectionString() + ";Pooling=false;Timeout=3;Command Timeout=3");
            await using var command = source.CreateCommand("select 1");
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>Creates those of the databases that do not exist yet.</summary>
    public async Task CreateDatabasesAsync(IEnumerable<string> names, CancellationToken cancellationToken = default)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString() + ";Pooling=false");
        await using var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        foreach (var name in names)
        {
            await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection)
            {
                Parameters = { new() { Value = name } },
            };
            if (await exists.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is null)
            {
                await using var create = connection.CreateCommand();
#pragma warning disable CA2100 // a database name cannot be a parameter; it is quoted
                create.CommandText = $"create database \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
#pragma warning restore CA2100
                await create.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static Dictionary<string, string> Locale => new() { ["LC_ALL"] = "C.UTF-8" };

    private async Task CreateClusterAsync(string programs, string cluster)
    {
        var folder = Path.GetDirectoryName(cluster)!;
        var unfinished = cluster + ".new"; // renamed when complete: an interrupted first start leaves no half cluster
        var passwordFile = Path.Combine(folder, "password.new");
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        await File.WriteAllTextAsync(passwordFile, Password).ConfigureAwait(false);
        await ServerFolder.GiveAsync(folder, Account).ConfigureAwait(false);
        using var initdb = await ServerProcess
            .StartAsync(
                new ServerCommand(
                    Path.Combine(programs, "initdb"),
                    [
                        "-D",
                        unfinished,
                        "--username",
                        UserName,
                        "--pwfile",
                        passwordFile,
                        "--auth",
                        "scram-sha-256",
                        "--encoding",
                        "UTF8",
                        "--locale",
                        "C.UTF-8",
                    ]
                )
                {
                    Account = Account,
                    Environment = Locale,
                }
            )
            .ConfigureAwait(false);
        await initdb.WaitForExitAsync().ConfigureAwait(false);
        File.Delete(passwordFile);
        if (initdb.ExitCode != 0)
        {
            throw Failure(initdb);
        }

        Directory.Move(unfinished, cluster);
    }

    private string Configuration()
    {
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = "127.0.0.1",
            ["port"] = Port.ToString(CultureInfo.InvariantCulture),
            ["unix_socket_directories"] = "",
            ["max_connections"] = options.MaxConnections.ToString(CultureInfo.InvariantCulture),
            ["shared_buffers"] = options.SharedBuffers,
            ["password_encryption"] = "scram-sha-256",
            ["fsync"] = "on",
            ["full_page_writes"] = "on",
            ["synchronous_commit"] = "on",
            ["max_wal_size"] = "2GB",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
        };
        foreach (var (name, value) in options.Settings)
        {
            settings[name] = value;
        }

        return string.Concat(
            settings.Select(setting => $"{setting.Key} = '{setting.Value.Replace("'", "''", StringComparison.Ordinal)}'\n")
        );
    }
}
