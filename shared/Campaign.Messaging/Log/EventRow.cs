using Npgsql;
using NpgsqlTypes;

namespace Campaign.Messaging.Log;

/// <summary>A row of <c>messaging.event_log</c> as the writer knows it; the database adds number, time and transaction.</summary>
public sealed class EventRow
{
    /// <summary>Columns in the order of <see cref="AddTo"/>, for <c>insert into messaging.event_log ({Columns}) …</c>.</summary>
    public const string Columns = "event_id, district, type, aggregate_id, version, payload, trace_parent";

    private static long _appended;

    /// <summary>Rises with every event of this process: EF Core inserts by key, and events must be written as they were appended.</summary>
    internal long Appended { get; private init; } = Interlocked.Increment(ref _appended);

    public required Guid EventId { get; init; }

    public required string District { get; init; }

    /// <summary>Wire name: the simple name of the event's record.</summary>
    public required string Type { get; init; }

    public required Guid AggregateId { get; init; }

    public required long Version { get; init; }

    /// <summary>JSON of the event.</summary>
    public required string Payload { get; init; }

    /// <summary>W3C trace parent of the request that caused the event.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Adds the values as seven positional parameters in the order of <see cref="Columns"/>.</summary>
    public void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = EventId });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = District });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = Type });
        parameters.Add(new NpgsqlParameter<Guid> { TypedValue = AggregateId });
        parameters.Add(new NpgsqlParameter<long> { TypedValue = Version });
        parameters.Add(new NpgsqlParameter<string> { TypedValue = Payload, NpgsqlDbType = NpgsqlDbType.Json });
        parameters.Add(new NpgsqlParameter { Value = (object?)TraceParent ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
    }
}
