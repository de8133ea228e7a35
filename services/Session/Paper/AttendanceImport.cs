using Campaign.Api.Session;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Scheduling;
using Campaign.Tables.Imports;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Paper;

/// <summary>Takes a file of attendance over: all of it, or nothing and a report that names every wrong line.</summary>
public sealed class AttendanceImport(SessionDb database, Actor actor, RosterBook roster)
{
    public async Task<AttendanceReport> ImportAsync(Guid id, Stream file, bool dryRun, CancellationToken ct)
    {
        var errors = new ImportErrors();
        var book = await StatusBook.ReadAsync(database, ct);
        var rows = await ImportTable.ReadAsync(file, AttendanceFile.Columns(book), errors, ct);
        return await database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.TakeRoster, id, ct);
                var day = OfficeDay.Of(session.StartsAt);
                var entries = new AttendanceFile(book, day, errors).Read(rows, await NumbersAsync(session, rows, ct));
                var recorded = 0;
                if (errors.Count == 0 && !dryRun && entries.Count > 0)
                {
                    await roster.RecordAsync(session, Roster.Of(entries, book, day), RecordingMethods.File, ct);
                    await database.SaveChangesAsync(ct);
                    recorded = entries.Count;
                }

                return new AttendanceReport(dryRun, rows.Count, recorded, errors.Count, errors.First);
            },
            ct
        );
    }

    private async Task<KnownNumbers> NumbersAsync(Session session, IReadOnlyList<CsvRow> rows, CancellationToken ct)
    {
        var participants = await database
            .Attendance.Of(session)
            .Join(database.Members, row => row.MemberId, member => member.Id, (_, member) => new { member.Number, member.Id })
            .ToDictionaryAsync(member => member.Number, member => member.Id, ct);
        var strange =
            rows.Count > Roster.Max
                ? []
                : rows.Select(row => row["number"]).Where(number => !participants.ContainsKey(number)).Distinct().ToArray();
        var elsewhere =
            strange.Length == 0
                ? []
                : await database.Members.Where(member => strange.Contains(member.Number)).Select(member => member.Number).ToListAsync(ct);
        return new KnownNumbers(participants, elsewhere.ToHashSet());
    }
}
