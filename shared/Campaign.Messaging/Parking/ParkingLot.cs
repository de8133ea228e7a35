using System.Text;
using Campaign.Messaging.Inbox;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace Campaign.Messaging.Parking;

/// <summary>Puts what cannot be handled aside, in the service's own database, so that it holds nothing up and is not lost.</summary>
internal sealed class ParkingLot(IServiceScopeFactory scopes, NpgsqlDataSource database)
{
    /// <summary>Inbox row and parked row together: the queue's copy is done with, whoever delivers it again.</summary>
    public async Task ParkAsync(Delivery delivery, string reason, int attempts, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
        await using var transaction = await db.Context.Database.BeginTransactionAsync(cancellationToken);
        var fresh = await InboxTransaction.RecordAsync(db, [delivery], cancellationToken);
        if (fresh.Count > 0)
        {
            var packed = delivery.Packed;
            await using var command = db.Command(
                Sql,
                Parameters(
                    delivery.Projection.Name,
                    packed.Id,
                    delivery.District,
                    packed.Type,
                    packed.Payload,
                    packed.TraceParent,
                    reason,
                    attempts
                )
            );
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>A message that is no pack at all.</summary>
    public async Task ParkMessageAsync(string district, byte[] body, string reason, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql);
        // text columns take no NUL; the rest of an unreadable body is kept as it can be shown
        var text = Encoding.UTF8.GetString(body).Replace('\0', '\uFFFD');
        command.Parameters.AddRange(Parameters(null, null, district, null, text, null, reason, 1));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private const string Sql = """
        insert into messaging.parked (projection, event_id, district, type, payload, trace_parent, reason, attempts)
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing
        """;

    private static NpgsqlParameter[] Parameters(
        string? projection,
        Guid? eventId,
        string district,
        string? type,
        string payload,
        string? traceParent,
        string reason,
        int attempts
    ) =>
        [
            Text(projection),
            new() { Value = (object?)eventId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            Text(district),
            Text(type),
            Text(payload),
            Text(traceParent),
            Text(reason),
            new() { Value = attempts, NpgsqlDbType = NpgsqlDbType.Integer },
        ];

    private static NpgsqlParameter Text(string? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
