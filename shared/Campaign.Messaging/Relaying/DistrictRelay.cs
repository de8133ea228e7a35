using System.Threading.Channels;
using Campaign.Contracts;
using Campaign.Messaging.Broker;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Campaign.Messaging.Relaying;

/// <summary>Starts the publishing of a district.</summary>
internal sealed class DistrictRelayFactory(
    NpgsqlDataSource database,
    IPackTransport transport,
    BrokerTopology topology,
    RelayState state,
    MessagingOptions options,
    Faults faults,
    Counters counters,
    ILogger<DistrictRelay> logger
)
{
    public DistrictRelay Start(string district) => new(district, database, transport, topology, state, options, faults, counters, logger);
}

/// <summary>
/// Publishes one district's events in the order of their numbers, one pack after the other: the next is sent when the broker
/// has confirmed the last. Districts run side by side, which keeps the broker busy without giving up the order.
/// A crash between confirm and mark sends up to a chunk again; the receivers' inbox drops it.
/// </summary>
internal sealed class DistrictRelay : IAsyncDisposable
{
    /// <summary>Rows read and marked at once.</summary>
    private const int Chunk = 1000;

    /// <summary>Districts that hold a chunk in memory at once: enough to keep the broker busy, however many wait.</summary>
    internal const int AtOnce = 8;

    private static readonly SemaphoreSlim Holding = new(AtOnce);

    /// <summary>Side by side at most, of all districts: the database has other work too.</summary>
    private static readonly SemaphoreSlim Reading = new(4);

    private readonly string _district;
    private readonly NpgsqlDataSource _database;
    private readonly IPackTransport _transport;
    private readonly BrokerTopology _topology;
    private readonly RelayState _state;
    private readonly MessagingOptions _options;
    private readonly Faults _faults;
    private readonly Counters _counters;
    private readonly ILogger _logger;
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _running;
    private int _lastRead;
    private long _lastReadAt;

    public DistrictRelay(
        string district,
        NpgsqlDataSource database,
        IPackTransport transport,
        BrokerTopology topology,
        RelayState state,
        MessagingOptions options,
        Faults faults,
        Counters counters,
        ILogger logger
    )
    {
        _district = district;
        _database = database;
        _transport = transport;
        _topology = topology;
        _state = state;
        _options = options;
        _faults = faults;
        _counters = counters;
        _logger = logger;
        _running = Task.Run(RunAsync);
    }

    public void Wake() => _wake.Writer.TryWrite(true);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        using var scope = _logger.BeginScope(new Dictionary<string, object> { [Districts.TelemetryName] = _district });
        var backOff = new BackOff(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5));
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await _wake.Reader.ReadAsync(_stopping.Token);
                await GatherAsync();
                while (await PublishChunkAsync(_stopping.Token) == Chunk)
                {
                    backOff.Reset();
                }

                backOff.Reset();
                _state.Succeeded(_district);
            }
            catch (Exception) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                if (exception is UnroutableException)
                {
                    _topology.Forget(_district);
                }

                _state.Failed(_district, exception.Message);
                _logger.LogWarning("Events of {District} wait to be published: {Reason}", _district, exception.Message);
                await backOff.WaitAsync(_stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                Wake();
            }
        }
    }

    /// <summary>
    /// Where events come faster than they are published one by one, they are left to gather a moment: each pack costs every
    /// receiver a transaction. An event that comes alone does not wait.
    /// </summary>
    private async Task GatherAsync()
    {
        var rest = _options.GatherTime - TimeProvider.System.GetElapsedTime(_lastReadAt);
        if (_lastRead > 1 && rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, _stopping.Token);
        }
    }

    /// <returns>How many events were read.</returns>
    private async Task<int> PublishChunkAsync(CancellationToken cancellationToken)
    {
        if (!_topology.IsDeclaredForPublishing(_district))
        {
            if (!await HasUnpublishedAsync(cancellationToken))
            {
                return 0;
            }

            // takes seconds where queues are new: nothing is held meanwhile
            await _topology.DeclareForPublishingAsync(_district, cancellationToken);
        }

        await Holding.WaitAsync(cancellationToken);
        try
        {
            var rows = await ReadAsync(cancellationToken);
            (_lastRead, _lastReadAt) = (rows.Length, TimeProvider.System.GetTimestamp());
            await PublishAsync(rows, cancellationToken);
            return rows.Length;
        }
        finally
        {
            Holding.Release();
        }
    }

    private async Task PublishAsync(LoggedEvent[] rows, CancellationToken cancellationToken)
    {
        var published = 0;
        try
        {
            foreach (var pack in Packs.Of(rows, _options))
            {
                await SendAsync(pack, cancellationToken);
                _faults.Published();
                published += pack.Count;
            }
        }
        finally
        {
            // what the broker has confirmed is marked even when a later pack failed or we are stopping
            await MarkAsync(rows.AsMemory(0, published));
        }
    }

    private async Task SendAsync(ArraySegment<LoggedEvent> events, CancellationToken cancellationToken)
    {
        var publishing = Tracing.StartPublishing(events, BrokerAddress.Exchange(_options.Service), _district);
        try
        {
            var pack = new EventPack { Events = [.. events.Select((logged, index) => logged.Packed(publishing?[index]))] };
            await _transport.SendAsync(_district, pack, cancellationToken);
            _counters.Published.Add(events.Count, _district);
        }
        catch
        {
            Tracing.Forget(publishing);
            throw;
        }
        finally
        {
            Tracing.Stop(publishing);
        }
    }

    private async Task<bool> HasUnpublishedAsync(CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(
            "select exists (select from messaging.event_log where district = $1 and published_at is null)"
        );
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _district });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private async Task<LoggedEvent[]> ReadAsync(CancellationToken cancellationToken)
    {
        await Reading.WaitAsync(cancellationToken);
        try
        {
            await using var command = _database.CreateCommand(
                """
                select id, recorded_at, event_id, type, payload::text, trace_parent from messaging.event_log
                where district = $1 and published_at is null order by id limit $2
                """
            );
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _district });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Chunk });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            List<LoggedEvent> rows = [];
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(
                    new LoggedEvent(
                        reader.GetInt64(0),
                        reader.GetFieldValue<DateTimeOffset>(1),
                        reader.GetGuid(2),
                        reader.GetString(3),
                        reader.GetString(4),
                        await reader.IsDBNullAsync(5, cancellationToken) ? null : reader.GetString(5)
                    )
                );
            }

            return [.. rows];
        }
        finally
        {
            Reading.Release();
        }
    }

    private async Task MarkAsync(ReadOnlyMemory<LoggedEvent> published)
    {
        if (published.IsEmpty)
        {
            return;
        }

        var marked = published.ToArray();
        await using var command = _database.CreateCommand(
            """
            update messaging.event_log set published_at = now()
            where district = $1 and published_at is null and id = any($2) and recorded_at between $3 and $4
            """
        );
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _district });
        command.Parameters.Add(
            new NpgsqlParameter { Value = marked.Select(row => row.Id).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint }
        );
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = marked.Min(row => row.RecordedAt) });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = marked.Max(row => row.RecordedAt) });
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
