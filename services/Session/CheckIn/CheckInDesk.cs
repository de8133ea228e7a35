using Campaign.Contracts;
using Campaign.Messaging.Log;
using Campaign.ServiceDefaults.Changes;
using Campaign.Sessions.Attendance;
using Npgsql;
using NpgsqlTypes;

namespace Campaign.Sessions.CheckIn;

/// <summary>Who records, from where, and how they came in: one of <see cref="RecordingMethods"/>.</summary>
internal readonly record struct Recorder(string Account, string? Address, string Way);

/// <summary>What the database holds for a session and a member; <see cref="SessionState"/> null: no such session.</summary>
internal sealed record AttendanceNow(
    string? SessionState,
    bool IsParticipant,
    string? Status,
    string? CountsAs,
    DateTimeOffset? RecordedAt,
    DateTimeOffset? EarlyAt
);

/// <summary>
/// Records check-ins: attendance and event in one statement, one round trip, one commit. Thousands come in the minutes
/// before a conference, hence no DbContext here.
/// </summary>
/// <remarks>
/// No lock on the session is needed. Closing fills every attendance row that is still empty; a check-in fills only an empty
/// row. Whichever takes the row's lock second sees it filled: a check-in that was acknowledged is counted, one that
/// lost is refused.
/// </remarks>
internal sealed class CheckInDesk(NpgsqlDataSource database, CheckInCounter counter, ChangeFeed changes)
{
    // $1–$7 are the event's columns: $2 the district, $4 the session; $13 set: the account typed a code, so it must not have guessed
    // before; $14 the quarter, $15 the status
    private static string Record(string partition) =>
        $"""
            with checked as (
                update {partition} set status = $15, recorded_at = $9, recorded_by = $10, recorded_from = $11, way = $12
                where district = $2 and quarter = $14 and session_id = $4 and member_id = $8 and status is null
                  and exists (select from sessions where id = $4 and state = 'open')
                  and ($13::timestamptz is null or not exists (select from wrong_codes where account = $10 and wrong >= {WrongCodes.Tries}
                      and since > $13))
                returning member_id)
            insert into messaging.event_log ({EventRow.Columns}) select $1, $2, $3, $4, $5, $6, $7 from checked
            """;

    private const string Read = """
        select s.state, a.member_id is not null, a.status, a.recorded_at, a.early_at,
            (select t.counts_as from attendance_statuses t where t.code = a.status limit 1)
        from sessions s left join attendance a on a.district = $3 and a.quarter = $4 and a.session_id = s.id and a.member_id = $2
        where s.id = $1
        """;

    /// <returns>
    /// False when the row was not empty, is not there, the session is not open or the account guessed too often: <see cref="ReadAsync"/>
    /// tells.
    /// </returns>
    public async Task<bool> RecordAsync(
        OpenSession session,
        Guid memberId,
        DateTimeOffset at,
        Recorder recorder,
        IEventLog events,
        CancellationToken ct
    )
    {
        var row = events.Serialise(CheckedIn(session, memberId, at));
        await using var command = database.CreateCommand(Record(session.Partition));
        row.AddTo(command.Parameters);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = memberId });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = at });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = recorder.Account });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)recorder.Address ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = recorder.Way });
        command.Parameters.Add(
            new NpgsqlParameter
            {
                Value = recorder.Way == RecordingMethods.Code ? at - WrongCodes.Window : DBNull.Value,
                NpgsqlDbType = NpgsqlDbType.TimestampTz,
            }
        );
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = session.Quarter });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = session.PresentStatus });
        if (await command.ExecuteNonQueryAsync(ct) == 0)
        {
            return false;
        }

        events.Committed(session.District);
        counter.Recorded(session.District);
        changes.Committed(session.District, session.Id);
        return true;
    }

    /// <summary>What is there now, as a statement of its own: it sees what was committed while <see cref="RecordAsync"/> waited.</summary>
    public async Task<AttendanceNow> ReadAsync(Guid sessionId, Guid memberId, CancellationToken ct)
    {
        var (district, quarter) = await PlaceAsync(sessionId, ct);
        await using var command = database.CreateCommand(Read);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = sessionId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = memberId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = district });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = quarter });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new AttendanceNow(
                reader.GetString(0),
                reader.GetBoolean(1),
                await reader.IsDBNullAsync(2, ct) ? null : reader.GetString(2),
                await reader.IsDBNullAsync(5, ct) ? null : reader.GetString(5),
                await reader.IsDBNullAsync(3, ct) ? null : reader.GetFieldValue<DateTimeOffset>(3),
                await reader.IsDBNullAsync(4, ct) ? null : reader.GetFieldValue<DateTimeOffset>(4)
            )
            : new AttendanceNow(null, false, null, null, null, null);
    }

    // asked first, so that the statement that needs it looks into one partition
    private async Task<(string District, DateOnly Quarter)> PlaceAsync(Guid sessionId, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select district, quarter from sessions where id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = sessionId });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetString(0), reader.GetFieldValue<DateOnly>(1)) : ("", default);
    }

    private static MemberCheckedIn CheckedIn(OpenSession session, Guid memberId, DateTimeOffset at) =>
        new()
        {
            District = session.District,
            CampaignId = session.CampaignId,
            AggregateId = session.Id,
            Version = session.Version,
            OccurredAt = at,
            MemberId = memberId,
            UnitPath = session.UnitPath,
        };
}
