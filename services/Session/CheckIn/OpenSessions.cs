using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace Campaign.Sessions.CheckIn;

/// <summary>What a check-in needs to know of a session that is not over. Once it is open none of it changes until it is closed.</summary>
/// <param name="Partition">The quoted name of the table that its attendance lies in; see decision 006.</param>
/// <param name="Code">Null until it is open.</param>
/// <param name="PresentStatus">The status that a check-in records, see <see cref="Attendance.AttendanceStatus.Usual"/>.</param>
public sealed record OpenSession(
    Guid Id,
    string District,
    DateOnly Quarter,
    string Partition,
    string UnitPath,
    Guid? CampaignId,
    string? Code,
    byte[] Secret,
    bool IsOpen,
    long Version,
    string PresentStatus
);

/// <summary>
/// Open sessions, read once and remembered. Only open ones are: their code, unit and version cannot change any more, and
/// that one has been closed meanwhile, here or by another instance, is seen by the statement that records the check-in.
/// </summary>
internal sealed class OpenSessions(NpgsqlDataSource database) : IDisposable
{
    private static readonly TimeSpan UnusedFor = TimeSpan.FromMinutes(30);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    /// <summary>The session if it is scheduled or open; null when it is held or unknown.</summary>
    public ValueTask<OpenSession?> FindAsync(Guid id, CancellationToken ct) =>
        _cache.TryGetValue(id, out OpenSession? session) ? ValueTask.FromResult(session) : new ValueTask<OpenSession?>(ReadAsync(id, ct));

    public void Forget(Guid id) => _cache.Remove(id);

    public void Dispose() => _cache.Dispose();

    private async Task<OpenSession?> ReadAsync(Guid id, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select district, quarter, quote_ident(attendance_partition(district, quarter)), unit_path, campaign_id, code, secret,
                state = 'open', version,
                (select t.code from attendance_statuses t
                 where t.counts_as = 'present' and t.valid_from <= day and (t.valid_to is null or t.valid_to > day) order by t.usual desc,
                     t.position limit 1)
            from sessions cross join lateral (select (starts_at at time zone 'Asia/Ho_Chi_Minh')::date as day) d where id = $1 and state in
                ('scheduled', 'open')
            """
        );
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            return null;
        }

        var session = new OpenSession(
            id,
            reader.GetString(0),
            reader.GetFieldValue<DateOnly>(1),
            reader.GetString(2),
            reader.GetString(3),
            await reader.IsDBNullAsync(4, ct) ? null : reader.GetGuid(4),
            await reader.IsDBNullAsync(5, ct) ? null : reader.GetString(5),
            reader.GetFieldValue<byte[]>(6),
            reader.GetBoolean(7),
            reader.GetInt64(8),
            reader.GetString(9)
        );
        if (session.IsOpen)
        {
            _cache.Set(id, session, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = UnusedFor });
        }

        return session;
    }
}
