using System.Diagnostics;
using Campaign.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using NpgsqlTypes;

namespace Campaign.Messaging.Inbox;

/// <summary>
/// Handles deliveries in one transaction of a scope of its own: inbox rows, effects and further events together or not at all.
/// </summary>
internal sealed class InboxTransaction(IServiceScopeFactory scopes, Faults faults, Counters counters)
{
    /// <summary>Consumers hold it together; a reset of the projection holds it alone, so that no inbox row is left behind.</summary>
    public const string LockKey = "hashtext('campaign projection ' || projection)";

    /// <param name="deliveries">In the order of their log; all readable.</param>
    /// <param name="also">Runs in the same transaction after the handlers.</param>
    /// <param name="repeated">A rebuild: the effects are made anew, but what the handlers append was published the first time.</param>
    /// <param name="cancellationToken">Rolls back.</param>
    public async Task ApplyAsync(
        IReadOnlyList<Delivery> deliveries,
        Func<MessagingDb, Task>? also,
        bool repeated,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
        scope.ServiceProvider.GetRequiredService<Log.EventLog>().Muted = repeated;
        await using var transaction = await db.Context.Database.BeginTransactionAsync(cancellationToken);
        var fresh = await RecordAsync(db, deliveries, cancellationToken);
        var handled = new Dictionary<string, int>();
        foreach (var run in Runs.Of(deliveries.Where(delivery => fresh.Remove((delivery.Projection.Name, delivery.Packed.Id)))))
        {
            await HandleAsync(scope.ServiceProvider, run, cancellationToken);
            foreach (var delivery in run)
            {
                handled[delivery.District] = handled.GetValueOrDefault(delivery.District) + 1;
            }
        }

        if (also is not null)
        {
            await also(db);
        }

        await db.Context.SaveChangesAsync(cancellationToken);
        faults.Committing();
        await transaction.CommitAsync(cancellationToken);
        foreach (var (district, count) in deliveries.CountBy(delivery => delivery.District))
        {
            counters.Handled.Add(handled.GetValueOrDefault(district), district);
            counters.Duplicates.Add(count - handled.GetValueOrDefault(district), district);
        }
    }

    /// <summary>Runs the projection's handlers on one event, in the scope's open transaction.</summary>
    public static Task HandleAsync(IServiceProvider scope, Delivery delivery, CancellationToken cancellationToken) =>
        HandleAsync(scope, [delivery], cancellationToken);

    private static async Task HandleAsync(IServiceProvider scope, IReadOnlyList<Delivery> run, CancellationToken cancellationToken)
    {
        var around = Activity.Current;
        var activities = StartHandling(run, scope.GetRequiredService<MessagingOptions>().Service);
        try
        {
            CampaignEvent[] events = [.. run.Select(delivery => delivery.Event!)];
            foreach (var handler in run[0].Projection.HandlersOf(events[0].GetType()))
            {
                await handler.Invoke(scope, events, cancellationToken);
            }
        }
        catch (Exception exception)
        {
            foreach (var activity in activities)
            {
                Tracing.Failed(activity, exception);
            }

            throw;
        }
        finally
        {
            foreach (var activity in activities)
            {
                activity?.Dispose();
            }

            Activity.Current = around;
        }
    }

    /// <summary>Each event in the trace of its own request; what the handlers do belongs to the first.</summary>
    private static Activity?[] StartHandling(IReadOnlyList<Delivery> run, string service)
    {
        var around = Activity.Current;
        var started = new Activity?[run.Count];
        for (var index = run.Count - 1; index >= 0; index--)
        {
            Activity.Current = around;
            started[index] = Tracing.StartHandling(run[index], service);
        }

        return started;
    }

    /// <returns>What was not there before.</returns>
    public static async Task<HashSet<(string Projection, Guid Event)>> RecordAsync(
        MessagingDb db,
        IReadOnlyList<Delivery> deliveries,
        CancellationToken cancellationToken
    )
    {
        HashSet<(string, Guid)> fresh = [];
        if (deliveries.Count == 0)
        {
            return fresh;
        }

        // sorted, so that two replicas that received the same pack cannot deadlock on its rows
        await using var batch = db.Batch();
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand($"select pg_advisory_xact_lock_shared({LockKey}) from unnest($1) projection")
            {
                Parameters = { Texts(deliveries.Select(delivery => delivery.Projection.Name).Distinct().Order(StringComparer.Ordinal)) },
            }
        );
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(
                """
                insert into messaging.inbox (projection, event_id)
                select projection, event_id from unnest($1, $2) delivery (projection, event_id) order by projection, event_id
                on conflict do nothing returning projection, event_id
                """
            )
            {
                Parameters =
                {
                    Texts(deliveries.Select(delivery => delivery.Projection.Name)),
                    new NpgsqlParameter
                    {
                        Value = deliveries.Select(delivery => delivery.Packed.Id).ToArray(),
                        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid,
                    },
                },
            }
        );
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
