using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Members;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.AttendanceReports;

/// <summary>Who came, by person, by unit and by quarter, and what was chosen.</summary>
public sealed class AttendanceReportQuery(SessionDb database)
{
    private const int MostTopics = 30;

    /// <summary>
    /// Members in the order of their home cells. Each costs a look into the partitions of the districts that they have to do with.
    /// </summary>
    /// <param name="after">The last one seen.</param>
    public async Task<List<PersonAttendance>> PeopleAsync(
        ReportPeriod period,
        (string Path, Guid Id) after,
        int limit,
        CancellationToken ct
    )
    {
        var people = await database
            .Members.AsNoTracking()
            .Within([period.Under], member => member.UnitPath)
            .Where(member =>
                EF.Functions.GreaterThan(ValueTuple.Create(member.UnitPath, member.Id), ValueTuple.Create(after.Path, after.Id))
            )
            .OrderBy(member => member.UnitPath)
            .ThenBy(member => member.Id)
            .Take(limit)
            .Select(member => new
            {
                member.Id,
                member.Number,
                member.FullName,
                member.UnitPath,
            })
            .ToListAsync(ct);
        var ids = people.Select(person => person.Id).ToArray();
        var counts = new Dictionary<Guid, List<(string? Status, int Sessions)>>();
        foreach (var district in await database.DistrictsOfAsync(ids, ct))
        {
            foreach (var row in await CountAsync(period, district, ids, ct))
            {
                (counts.TryGetValue(row.MemberId, out var list) ? list : counts[row.MemberId] = []).Add((row.Status, row.Sessions));
            }
        }

        var book = await StatusBook.ReadAsync(database, ct);
        return
        [
            .. people.Select(person =>
            {
                var found = counts.GetValueOrDefault(person.Id) ?? [];
                var sum = Tally.Of(found, book);
                return new PersonAttendance(
                    person.Id,
                    person.Number,
                    person.FullName,
                    person.UnitPath,
                    sum.Expected,
                    sum.Present,
                    sum.Excused,
                    sum.Absent,
                    found
                        .Where(count => count.Status is not null)
                        .GroupBy(count => count.Status!)
                        .ToDictionary(status => status.Key, status => status.Sum(count => count.Sessions))
                );
            }),
        ];
    }

    /// <summary>Units that held sessions, in the order of the paths that they had then.</summary>
    public Task<List<UnitAttendance>> UnitsAsync(ReportPeriod period, (string Path, Guid Id) after, int limit, CancellationToken ct) =>
        period
            .HeldWithin(database.Sessions.AsNoTracking())
            .Where(session =>
                EF.Functions.GreaterThan(ValueTuple.Create(session.UnitPath, session.UnitId), ValueTuple.Create(after.Path, after.Id))
            )
            .GroupBy(session => new { session.UnitPath, session.UnitId })
            .OrderBy(unit => unit.Key.UnitPath)
            .ThenBy(unit => unit.Key.UnitId)
            .Take(limit)
            .Select(unit => new UnitAttendance(
                unit.Key.UnitId,
                unit.Max(session => session.UnitName)!,
                unit.Key.UnitPath,
                unit.Count(),
                unit.Sum(session => session.Expected),
                unit.Sum(session => session.Present),
                unit.Sum(session => session.Excused),
                unit.Sum(session => session.Absent)
            ))
            .ToListAsync(ct);

    public async Task<List<QuarterAttendance>> QuartersAsync(ReportPeriod period, CancellationToken ct)
    {
        var quarters = await period
            .HeldWithin(database.Sessions.AsNoTracking())
            .GroupBy(session => session.Quarter)
            .OrderBy(quarter => quarter.Key)
            .Select(quarter => new
            {
                quarter.Key,
                Sessions = quarter.Count(),
                Expected = quarter.Sum(session => session.Expected),
                Present = quarter.Sum(session => session.Present),
                Excused = quarter.Sum(session => session.Excused),
                Absent = quarter.Sum(session => session.Absent),
            })
            .ToListAsync(ct);
        return
        [
            .. quarters.Select(quarter => new QuarterAttendance(
                quarter.Key.Year,
                ((quarter.Key.Month - 1) / 3) + 1,
                quarter.Sessions,
                quarter.Expected,
                quarter.Present,
                quarter.Excused,
                quarter.Absent
            )),
        ];
    }

    public async Task<SessionUsage> UsageAsync(ReportPeriod period, CancellationToken ct)
    {
        var held = period.HeldWithin(database.Sessions.AsNoTracking());
        return new SessionUsage(
            await CountAsync(held.Select(session => session.Plan.Form), ct),
            await CountAsync(held.Where(session => session.Plan.Activity != null).Select(session => session.Plan.Activity!), ct),
            await CountAsync(held.Select(session => session.Plan.Topic), ct)
        );
    }

    /// <remarks>
    /// The rows of the people first, then the session of each by its key: however many sessions the city held in these days, and
    /// whatever a plan for unknown days would guess of them.
    /// </remarks>
    private Task<List<StatusCount>> CountAsync(ReportPeriod period, string district, Guid[] members, CancellationToken ct) =>
        database
            .Database.SqlQuery<StatusCount>(
                $"""
                with theirs as materialized (
                    select member_id, status, session_id from attendance
                    where district = {district} and quarter >= {period.FirstQuarter} and quarter <= {period.LastQuarter} and member_id =
                        any({members}))
                select member_id, status, count(*)::int as sessions
                from theirs, lateral (select from sessions s where s.id = session_id and s.state = {SessionStates.Held}
                    and s.starts_at >= {period.Start} and s.starts_at < {period.End} and ({period.Kind}::text is null or s.kind =
                        {period.Kind}) offset 0) held
                group by member_id, status
                """
            )
            .ToListAsync(ct);

    private static Task<List<UsageCount>> CountAsync(IQueryable<string> choices, CancellationToken ct) =>
        choices
            .GroupBy(choice => choice)
            .OrderByDescending(choice => choice.Count())
            .ThenBy(choice => choice.Key)
            .Take(MostTopics)
            .Select(choice => new UsageCount(choice.Key, choice.Count()))
            .ToListAsync(ct);

    private sealed record StatusCount(Guid MemberId, string? Status, int Sessions);
}
