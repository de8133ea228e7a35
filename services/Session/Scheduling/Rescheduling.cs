using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Scheduling;

internal static class Rescheduling
{
    /// <summary>A session that is put on another day: whoever scanned, was ticked or answered did so for the day that was.</summary>
    public static Task ClearAnswersAsync(this SessionDb database, Session session, CancellationToken ct) =>
        database.Database.ExecuteSqlAsync(
            $"""
            update attendance set status = null, minutes = null, reason = null, way = null, recorded_at = null, recorded_by = null,
                recorded_from = null,
                early_at = null, early_by = null, early_from = null
            where district = {session.District} and quarter = {session.Quarter} and session_id = {session.Id} and (status is not null or
                early_at is not null);
            delete from invitation_answers where session_id = {session.Id}
            """,
            ct
        );
}
