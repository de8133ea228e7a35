using Campaign.Contracts;
using Campaign.Messaging;
using Npgsql;
using NpgsqlTypes;

namespace Campaign.Sessions;

/// <summary>Who records, from where.</summary>
internal readonly record struct Recorder(string Account, string? Address);

/// <summary>What the database holds for a session and a member; <see cref="SessionState"/> null: no such session.</summary>
internal sealed record AttendanceNow(string? SessionState, bool IsParticipant, string? Status, DateTimeOffset? RecordedAt);

/// <summary>
/// Records check-ins: attendance and event in one statement, one round trip, one commit. Thousands come in the minutes
/// before a conference, hence no DbContext here.
/// </summary>
/// <remarks>
/// No lock on the session is needed. Closing fills every attendance row that is still empty; a check-in fills only an empty
/// row. Whichever takes the row's lock second sees it filled: a check-in that was acknowledged is counted, one that
/// lost is refused.
/// </remarks>
internal sealed class CheckInDesk(NpgsqlDataSource database, CheckInCounter counter)
{
    // $1–$7 are the event's columns: $2 the district, $4 the session
    private const string Record =
        $"""
         with checked as (
             update attendance set status = 'present', recorded_at = $9, recorded_by = $10, recorded_from = $11
             where district = $2 and session_id = $4 and member_id = $8 and status is null
               and exists (select from sessions where id = $4 and state = 'open')
             returning member_id)
         insert into messaging.event_log ({EventRow.Columns}) select $1, $2, $3, $4, $5, $6, $7 from checked
         """;

    private const string Read =
        """
        select s.state, a.member_id is not null, a.status, a.recorded_at
        from sessions s left join attendance a on a.district = s.district and a.session_id = s.id and a.member_id = $2
        where s.id = $1
        """;

    /// <returns>False when the row was not empty, is not there, or the session is not open: <see cref="ReadAsync"/> tells.</returns>
    public async Task<bool> RecordAsync(OpenSession session, Guid memberId, DateTimeOffset at, Recorder recorder, IEventLog events, CancellationToken ct)
    {
        var row = events.Serialise(new MemberCheckedIn
        {
            District = session.District,
            CampaignId = session.CampaignId,
            AggregateId = session.Id,
            Version = session.Version,
            OccurredAt = at,
            MemberId = memberId,
            UnitPath = session.UnitPath,
        });
        await using var command = database.CreateCommand(Record);
        row.AddTo(command.Parameters);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = memberId });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = at });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = recorder.Account });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)recorder.Address ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        if (await command.ExecuteNonQueryAsync(ct) == 0)
        {
            return false;
        }

        events.Committed(session.District);
        counter.Recorded(session.District);
        return true;
    }

    /// <summary>What is there now, as a statement of its own: it sees what was committed while <see cref="RecordAsync"/> waited.</summary>
    public async Task<AttendanceNow> ReadAsync(Guid sessionId, Guid memberId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Read);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = sessionId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = memberId });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new AttendanceNow(reader.GetString(0), reader.GetBoolean(1),
                await reader.IsDBNullAsync(2, ct) ? null : reader.GetString(2),
                await reader.IsDBNullAsync(3, ct) ? null : reader.GetFieldValue<DateTimeOffset>(3))
            : new AttendanceNow(null, false, null, null);
    }
}
