using Npgsql;

namespace Campaign.Messaging.Relaying;

/// <summary>Counts what waits to be published. Cheap when nothing waits: it steps from district to district on the partial index.</summary>
internal static class UnpublishedEvents
{
    private const string Sql = """
        with recursive waiting(district) as (
            select min(district) from messaging.event_log where published_at is null
            union all
            select (select min(district) from messaging.event_log where published_at is null and district > waiting.district)
            from waiting where waiting.district is not null)
        select district, counted.events, oldest.recorded_at
        from waiting
        cross join lateral (
            select count(*) as events from (
                select from messaging.event_log e where e.published_at is null and e.district = waiting.district limit 10000) e) counted
        cross join lateral (
            select e.recorded_at from messaging.event_log e
            where e.published_at is null and e.district = waiting.district order by e.id limit 1) oldest
        where district is not null
        """;

    public static async Task<IReadOnlyList<Backlog>> CountAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<Backlog> backlogs = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            backlogs.Add(new Backlog(reader.GetString(0), reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2)));
        }

        return backlogs;
    }
}
