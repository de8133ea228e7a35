using Campaign.Api.Operations;
using Campaign.Messaging.Inbox;
using Npgsql;

namespace Campaign.Messaging.Rebuild;

/// <summary>
/// Starts, shows and cancels rebuilds. Starting empties the projection's tables (unless it is repeated in place) and forgets
/// its inbox in one transaction; from that moment live deliveries fill them anew, and the history follows from the publishers' logs through
/// the same inbox.
/// </summary>
internal sealed class Rebuilds(NpgsqlDataSource database, ProjectionRegistry registry)
{
    /// <summary>The names of the projections that can be rebuilt: they say how their tables are emptied, or repeated over.</summary>
    public IReadOnlyList<string> Known => [.. registry.Projections.Where(known => known.ResetSql is not null).Select(known => known.Name)];

    /// <param name="name">One of <see cref="Known"/>.</param>
    /// <returns>False when it is running already.</returns>
    public async Task<bool> StartAsync(string name, string by, CancellationToken cancellationToken)
    {
        var projection = registry.Find(name)!;
        var reset = projection.ResetSql!;
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // waits for transactions that are recording deliveries of this projection, and keeps new ones waiting
        await ExecuteAsync(
            connection,
            $"select pg_advisory_xact_lock({InboxTransaction.LockKey}) from unnest(array[$1]) projection",
            [name],
            cancellationToken
        );
        if (
            await ExecuteAsync(
                connection,
                """
                insert into messaging.rebuild (projection, state, started_by) values ($1, 'running', $2)
                on conflict (projection) do update set state = 'running', started_at = now(), started_by = $2, finished_at = null,
                    problem = null
                where messaging.rebuild.state <> 'running'
                """,
                [name, by],
                cancellationToken
            ) == 0
        )
        {
            return false;
        }

        if (reset.Length > 0)
        {
            await ExecuteAsync(connection, reset, [], cancellationToken);
        }

        await ExecuteAsync(connection, "delete from messaging.inbox where projection = $1", [name], cancellationToken);
        await ExecuteAsync(
            connection,
            "update messaging.parked set state = 'discarded', resolved_at = now(), resolved_by = $2 where projection = $1 and state "
                + "= 'parked'",
            [name, $"rebuild by {by}"],
            cancellationToken
        );
        await ExecuteAsync(connection, "delete from messaging.rebuild_source where projection = $1", [name], cancellationToken);
        await ExecuteAsync(
            connection,
            "insert into messaging.rebuild_source (projection, publisher) select $1, unnest($2)",
            [name, projection.Publishers.ToArray()],
            cancellationToken
        );
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <returns>False when it is not running.</returns>
    public Task<bool> CancelAsync(string projection, CancellationToken cancellationToken) =>
        FinishAsync(projection, "cancelled", "The projection is incomplete; start the rebuild again.", cancellationToken);

    public async Task<bool> FinishAsync(string projection, string state, string? problem, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await ExecuteAsync(
                connection,
                "update messaging.rebuild set state = $2, problem = nullif($3, ''), finished_at = now() where projection = $1 and "
                    + "state = 'running'",
                [projection, state, problem ?? ""],
                cancellationToken
            ) == 1;
    }

    public async Task<IReadOnlyList<RebuildProgress>> ProgressAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select r.projection, r.state, r.started_at, r.started_by, r.finished_at, r.problem, s.publisher, s.after, s.until, s.events
            from messaging.rebuild r join messaging.rebuild_source s using (projection) order by r.projection, s.publisher
            """
        );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<RebuildProgress> rebuilds = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            var source = new RebuildSource(reader.GetString(6), reader.GetInt64(7), reader.GetValue(8) as long?, reader.GetInt64(9));
            if (rebuilds.Count > 0 && rebuilds[^1].Projection == reader.GetString(0))
            {
                rebuilds[^1] = rebuilds[^1] with { Sources = [.. rebuilds[^1].Sources, source] };
                continue;
            }

            rebuilds.Add(
                new RebuildProgress(
                    reader.GetString(0),
                    reader.GetString(1),
                    reader.GetFieldValue<DateTimeOffset>(2),
                    reader.GetString(3),
                    reader.GetValue(4) is DateTime finished ? new DateTimeOffset(finished) : null,
                    reader.GetValue(5) as string,
                    [source]
                )
                {
                    May = reader.GetString(1) == "running" ? ["cancel"] : ["rebuild"],
                }
            );
        }

        return rebuilds;
    }

    private static async Task<int> ExecuteAsync(
        NpgsqlConnection connection,
        string sql,
        object[] values,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
