using Campaign.Api.Session;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Holding;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Minutes;

/// <summary>Somebody whom the minutes name.</summary>
public sealed record NamedAttendance(string FullName, string Status, int? Minutes, string? Reason);

/// <summary>What the record knows of a session: everything that its minutes can say without anybody writing it.</summary>
/// <param name="Named">Those who did not simply come; at most <see cref="MaxNamed"/>.</param>
/// <param name="Others">People who came and are on no list.</param>
/// <param name="ParentName">The unit above; null at the top.</param>
/// <param name="PlaceName">Of the ward or district, for the date line.</param>
/// <param name="Proceedings">What was dealt with, said, voted on and resolved.</param>
public sealed record Happened(
    Session Session,
    AttendanceSummary Attendance,
    string KindName,
    IReadOnlyList<NamedAttendance> Named,
    IReadOnlyList<string> Others,
    IReadOnlyList<AttendanceStatus> Statuses,
    string? ParentName,
    string PlaceName,
    Proceedings Proceedings
)
{
    public const int MaxNamed = 200;

    public static async Task<Happened> ReadAsync(Session session, SessionDb database, CancellationToken ct)
    {
        var day = OfficeDay.Of(session.StartsAt);
        var book = await StatusBook.ReadAsync(database, ct);
        var present = book.Usual(Meanings.Present, day);
        var named = await database
            .Attendance.AsNoTracking()
            .Of(session)
            .Where(row => row.Status != null && row.Status != present)
            .OrderBy(row => row.Line)
            .Take(MaxNamed)
            .Join(
                database.Members,
                row => row.MemberId,
                member => member.Id,
                (row, member) =>
                    new
                    {
                        row.Line,
                        member.FullName,
                        row.Status,
                        row.Minutes,
                        row.Reason,
                    }
            )
            .OrderBy(row => row.Line)
            .ToListAsync(ct);
        var others = await database
            .TemporaryAttendees.AsNoTracking()
            .Where(row => row.SessionId == session.Id && row.MemberId == null)
            .OrderBy(row => row.Id)
            .Take(MaxNamed)
            .Select(row => row.Note == "" ? row.FullName : row.FullName + " (" + row.Note + ")")
            .ToListAsync(ct);
        var parent = await database
            .Units.AsNoTracking()
            .Where(unit => unit.Id == session.UnitId)
            .Join(database.Units, unit => unit.ParentId, above => above.Id, (_, above) => above.Name)
            .SingleOrDefaultAsync(ct);
        // the ward of a cell and the district of a ward are where people say that they are
        var above = session.UnitPath.Split('/') is { Length: > 2 } parts ? string.Join('/', parts.Take(3)) : session.UnitPath;
        var place = await database
            .Units.AsNoTracking()
            .Where(unit => unit.Path == above)
            .Select(unit => unit.ShortName)
            .FirstOrDefaultAsync(ct);
        return new Happened(
            session,
            await database.TallyAsync(session, ct),
            await database.KindNameAsync(session.Kind, day, ct),
            [.. named.Select(row => new NamedAttendance(row.FullName, row.Status!, row.Minutes, row.Reason))],
            others,
            book.On(day),
            parent,
            place ?? session.UnitName,
            await Proceedings.ReadAsync(session.Id, database, ct)
        );
    }
}
