using System.Reflection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Campaign.Messaging.Schema;

/// <summary>
/// Creates and upgrades the schema <c>messaging</c> from the numbered scripts of this assembly. The database may be away
/// at start: everything else waits for <see cref="Ready"/>.
/// </summary>
internal sealed class SchemaInstaller(NpgsqlDataSource database, IEnumerable<IStartGate> gates, ILogger<SchemaInstaller> logger)
    : BackgroundService
{
    private const long InstallLock = 0x63616d706169676e;
    private static readonly TimeSpan FirstTry = TimeSpan.FromSeconds(5);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _installed;

    /// <summary>Completes when the schema stands, and the service's own beside it.</summary>
    public Task Ready => _ready.Task;

    /// <summary>
    /// Tries once before the service takes requests, so that the first of them finds the event log; then goes on behind it.
    /// </summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(FirstTry);
        try
        {
            await InstallAsync(limit.Token);
            _installed = true;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("The messaging schema waits for the database: {Reason}", exception.Message);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var backOff = new BackOff(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(3));
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!_installed)
                {
                    await InstallAsync(stoppingToken);
                    _installed = true;
                }

                await Task.WhenAll(gates.Select(gate => gate.WaitAsync(stoppingToken)));
                _ready.TrySetResult();
                return;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("The messaging schema waits for the database: {Reason}", exception.Message);
                await backOff.WaitAsync(stoppingToken);
            }
        }
    }

    internal async Task InstallAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            $"""
            select pg_advisory_xact_lock({InstallLock});
            create schema if not exists messaging;
            create table if not exists messaging.schema_version (version integer primary key,
                installed_at timestamptz not null default now());
            """,
            connection,
            transaction
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
        command.CommandText = "select coalesce(max(version), 0) from messaging.schema_version";
        var installed = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        foreach (var (version, script) in Scripts().Where(script => script.Version > installed))
        {
            command.CommandText = $"{script}; insert into messaging.schema_version (version) values ({version})";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        // a replica that runs may be making the same months
        command.CommandText = $"{Partitions.TakeTurns}; {Partitions.Ensure}";
        await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static IEnumerable<(int Version, string Text)> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (int.Parse(name.Split('.')[^2], System.Globalization.CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }
}
