using System.Text.Json;
using Campaign.Api.Operations;
using Campaign.Messaging.Broker;
using Campaign.Messaging.Inbox;
using Campaign.Messaging.Log;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace Campaign.Messaging.Parking;

/// <summary>What came of a replay or discard.</summary>
internal enum ParkedOutcome
{
    Done,
    NotParked,
    FailedAgain,
}

/// <summary>Shows parked messages to the operator and carries out what they decide.</summary>
internal sealed class ParkedMessages(
    NpgsqlDataSource database,
    IServiceScopeFactory scopes,
    ProjectionRegistry registry,
    PackProcessor processor
)
{
    private const string Columns =
        "id, projection, event_id, district, type, payload, reason, attempts, parked_at, state, resolved_at, resolved_by, trace_parent";

    /// <summary>Newest first.</summary>
    /// <param name="state">One of the three states.</param>
    /// <param name="before">Only ids below it; null = from the newest.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyList<ParkedMessage>> ListAsync(string state, long? before, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select {Columns} from messaging.parked where state = $1 and id < $2 order by id desc limit $3"
        );
        command.Parameters.AddRange(
            new NpgsqlParameter[]
            {
                new() { Value = state },
                new() { Value = before ?? long.MaxValue },
                new() { Value = limit },
            }
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<ParkedMessage> list = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            list.Add(Read(reader));
        }

        return list;
    }

    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select count(*) from messaging.parked where state = 'parked'");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task<ParkedOutcome> DiscardAsync(long id, string by, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            "update messaging.parked set state = 'discarded', resolved_at = now(), resolved_by = $2 where id = $1 and state = 'parked'"
        );
        command.Parameters.AddRange(
            new NpgsqlParameter[]
            {
                new() { Value = id },
                new() { Value = by },
            }
        );
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1 ? ParkedOutcome.Done : ParkedOutcome.NotParked;
    }

    /// <summary>Tries again, effect and resolution in one transaction. Failing again leaves it parked, with the new reason.</summary>
    public async Task<(ParkedOutcome Outcome, string? Reason)> ReplayAsync(long id, string by, CancellationToken cancellationToken)
    {
        try
        {
            return (await TryReplayAsync(id, by, cancellationToken), null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !Failures.IsInfrastructure(exception))
        {
            await using var command = database.CreateCommand(
                "update messaging.parked set reason = $2, attempts = attempts + 1 where id = $1 and state = 'parked'"
            );
            command.Parameters.AddRange(
                new NpgsqlParameter[]
                {
                    new() { Value = id },
                    new() { Value = exception.ToString() },
                }
            );
            await command.ExecuteNonQueryAsync(cancellationToken);
            return (ParkedOutcome.FailedAgain, exception.Message);
        }
    }

    private async Task<ParkedOutcome> TryReplayAsync(long id, string by, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
        await using var transaction = await db.Context.Database.BeginTransactionAsync(cancellationToken);
        if (await ResolveAsync(db, id, by, cancellationToken) is not var (parked, traceParent))
        {
            return ParkedOutcome.NotParked;
        }

        if (parked.EventId is { } eventId)
        {
            var projection = registry.Find(parked.Projection)
                ?? throw new InvalidOperationException(
                    $"This service has no projection '{parked.Projection}' any more; discard the event."
                );
            var type = registry.TypeOf(parked.Type!)
                ?? throw new InvalidOperationException($"This service does not handle {parked.Type} any more; discard the event.");
            var packed = new PackedEvent
            {
                Id = eventId,
                Type = parked.Type!,
                Payload = parked.Payload,
                RecordedAt = parked.ParkedAt,
                TraceParent = traceParent,
            };
            var (read, unreadable) = Delivery.Read(packed, type);
            var delivery = read is not null
                ? new Delivery(parked.District, projection, packed, read, null)
                : throw new InvalidOperationException(unreadable);
            await InboxTransaction.HandleAsync(scope.ServiceProvider, delivery, cancellationToken);
        }
        else
        {
            // a whole message: read anew it goes the way of every delivery, with an inbox row for each event
            var events = JsonSerializer.Deserialize<EventPack>(parked.Payload, EventJson.Options)?.Events
                ?? throw new JsonException("The message is no pack of events.");
            await processor.HandleAsync(parked.District, events, cancellationToken);
        }

        await db.Context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ParkedOutcome.Done;
    }

    private static async Task<(ParkedMessage Parked, string? TraceParent)?> ResolveAsync(
        MessagingDb db,
        long id,
        string by,
        CancellationToken cancellationToken
    )
    {
        await using var command = db.Command(
            $"""
            update messaging.parked set state = 'replayed', attempts = attempts + 1, resolved_at = now(), resolved_by = $2
            where id = $1 and state = 'parked' returning {Columns}
            """,
            new NpgsqlParameter { Value = id },
            new NpgsqlParameter { Value = by, NpgsqlDbType = NpgsqlDbType.Text }
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (Read(reader), reader.GetValue(12) as string) : null;
    }

    // whoever reads it operates the service, and may do what its state lets anybody do
    private static ParkedMessage Read(NpgsqlDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetValue(1) as string,
            row.GetValue(2) as Guid?,
            row.GetString(3),
            row.GetValue(4) as string,
            row.GetString(5),
            row.GetString(6),
            row.GetInt32(7),
            row.GetFieldValue<DateTimeOffset>(8),
            row.GetString(9),
            row.GetValue(10) is DateTime resolved ? new DateTimeOffset(resolved) : null,
            row.GetValue(11) as string
        )
        {
            May = row.GetString(9) == "parked" ? ["replay", "discard"] : [],
        };
}
