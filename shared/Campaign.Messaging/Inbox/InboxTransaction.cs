using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace Campaign.Messaging;

/// <summary>Handles deliveries in one transaction of a scope of its own: inbox rows, effects and further events together or not at all.</summary>
internal sealed class InboxTransaction(IServiceScopeFactory scopes, Faults faults, Counters counters)
{
    /// <summary>Consumers hold it together; a reset of the projection holds it alone, so that no inbox row is left behind.</summary>
    public const string LockKey = "hashtext('campaign projection ' || projection)";

    /// <param name="district">For metrics and traces.</param>
    /// <param name="deliveries">In the order of their log; all readable.</param>
    /// <param name="also">Runs in the same transaction after the handlers.</param>
    /// <param name="cancellationToken">Rolls back.</param>
    public async Task ApplyAsync(
        string district, IReadOnlyList<Delivery> deliveries, Func<MessagingDb, Task>? also, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
        await using var transaction = await db.Context.Database.BeginTransactionAsync(cancellationToken);
        var fresh = await RecordAsync(db, deliveries, cancellationToken);
        var handled = 0;
        foreach (var delivery in deliveries.Where(delivery => fresh.Remove((delivery.Projection.Name, delivery.Packed.Id))))
        {
            await HandleAsync(scope.ServiceProvider, district, delivery, cancellationToken);
            handled++;
        }

        if (also is not null)
        {
            await also(db);
        }

        await db.Context.SaveChangesAsync(cancellationToken);
        faults.Committing();
        await transaction.CommitAsync(cancellationToken);
        counters.Handled.Add(handled, district);
        counters.Duplicates.Add(deliveries.Count - handled, district);
    }

    /// <summary>Runs the projection's handlers on one event, in the scope's open transaction.</summary>
    public static async Task HandleAsync(IServiceProvider scope, string district, Delivery delivery, CancellationToken cancellationToken)
    {
        using var activity = Tracing.StartHandling(delivery.Packed.Type, delivery.Packed.TraceParent, district);
        foreach (var handler in delivery.Projection.HandlersOf(delivery.Event!.GetType()))
        {
            await handler.Invoke(scope, delivery.Event, cancellationToken);
        }
    }

    /// <returns>What was not there before.</returns>
    public static async Task<HashSet<(string Projection, Guid Event)>> RecordAsync(
        MessagingDb db, IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        HashSet<(string, Guid)> fresh = [];
        if (deliveries.Count == 0)
        {
            return fresh;
        }

        // sorted, so that two replicas that received the same pack cannot deadlock on its rows
        await using var batch = db.Batch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"select pg_advisory_xact_lock_shared({LockKey}) from unnest($1) projection")
        {
            Parameters = { Texts(deliveries.Select(delivery => delivery.Projection.Name).Distinct().Order(StringComparer.Ordinal)) },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            insert into messaging.inbox (projection, event_id)
            select projection, event_id from unnest($1, $2) delivery (projection, event_id) order by projection, event_id
            on conflict do nothing returning projection, event_id
            """)
        {
            Parameters =
            {
                Texts(deliveries.Select(delivery => delivery.Projection.Name)),
                new NpgsqlParameter { Value = deliveries.Select(delivery => delivery.Packed.Id).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            fresh.Add((reader.GetString(0), reader.GetGuid(1)));
        }

        return fresh;
    }

    private static NpgsqlParameter Texts(IEnumerable<string> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
