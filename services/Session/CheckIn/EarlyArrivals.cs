using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Messaging.Log;
using Campaign.ServiceDefaults.Changes;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Campaign.Sessions.CheckIn;

/// <summary>Whoever scans before the session is opened is not sent away: the scan is kept, and counts when it opens.</summary>
/// <remarks>
/// Unlike a check-in a scan ahead of time locks the session's row (shared): opening waits for the scans under way, and a scan
/// that waited for the opening finds the session open. So no scan falls between the two.
/// </remarks>
internal sealed class EarlyArrivals(NpgsqlDataSource database, CheckInCounter counter, ChangeFeed changes)
{
    private static string Keep(string partition) =>
        $"""
            with waiting as (select id from sessions where id = $2 and state = 'scheduled' for share)
            update {partition} set early_at = $4, early_by = $5, early_from = $6 from waiting
            where district = $1 and quarter = $7 and session_id = waiting.id and member_id = $3 and status is null and early_at is null
            """;

    /// <returns>False when there is one already, no such row, or the session is not waiting any more.</returns>
    public async Task<bool> KeepAsync(OpenSession session, Guid memberId, DateTimeOffset at, Recorder recorder, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Keep(session.Partition));
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = session.District });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = session.Id });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = memberId });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = at });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = recorder.Account });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)recorder.Address ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = session.Quarter });
        if (await command.ExecuteNonQueryAsync(ct) == 0)
        {
            return false;
        }

        changes.Committed(session.District, session.Id);
        return true;
    }

    /// <summary>
    /// Turns the kept scans of a locked session that leaves its waiting into check-ins. What the secretary recorded stands.
    /// </summary>
    public async Task CountAsync(Session session, SessionDb sessions, IEventLog events, CancellationToken ct)
    {
        var present = (await StatusBook.ReadAsync(sessions, ct)).Usual(Meanings.Present, OfficeDay.Of(session.StartsAt));
        var arrived = await sessions
            .Database.SqlQuery<Arrival>(
                $"""
                update attendance set status = {present}, recorded_at = early_at, recorded_by = early_by, recorded_from = early_from,
                    way = {RecordingMethods.Scan}
                where district = {session.District} and quarter = {session.Quarter} and session_id = {session.Id} and early_at is not null
                    and status is null
                returning member_id, early_at as at
                """
            )
            .ToListAsync(ct);
        foreach (var (memberId, at) in arrived)
        {
            events.Append(
                new MemberCheckedIn
                {
                    District = session.District,
                    CampaignId = session.CampaignId,
                    AggregateId = session.Id,
                    Version = session.Version,
                    OccurredAt = at,
                    MemberId = memberId,
                    UnitPath = session.UnitPath,
                }
            );
        }

        sessions.AfterCommit(() => counter.Recorded(session.District, arrived.Count));
    }

    private sealed record Arrival(Guid MemberId, DateTimeOffset At);
}
