using Campaign.Contracts;
using Campaign.Time;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Calendar;

/// <summary>
/// The last day before a period, and the first after it, on which a unit or one below it held or planned a session. Goes from quarter
/// to quarter, one probe of the index a quarter and kind, and reads the rows of one quarter only: a unit that never met costs no more.
/// </summary>
/// <param name="kinds">The codes of the kinds that count.</param>
internal sealed class NearestQuery(SessionDb database, string under, IReadOnlyList<string> kinds)
{
    private static readonly string s_before = Sql("max", "<", "<", "desc");
    private static readonly string s_after = Sql("min", ">", ">=", "asc");

    /// <param name="first">First day of the period.</param>
    public Task<DateOnly?> BeforeAsync(DateOnly first, CancellationToken ct) =>
        DayAsync(s_before, first.AddDays(-1), OfficeDay.StartOf(first), ct);

    /// <param name="last">Last day of the period.</param>
    public Task<DateOnly?> AfterAsync(DateOnly last, CancellationToken ct) =>
        DayAsync(s_after, last.AddDays(1), OfficeDay.StartOf(last.AddDays(1)), ct);

    /// <param name="beside">The day beside the period, whose quarter is the first to be looked at.</param>
    /// <param name="bound">Where the period begins or ends.</param>
    private async Task<DateOnly?> DayAsync(string sql, DateOnly beside, DateTimeOffset bound, CancellationToken ct)
    {
        var quarter = new DateOnly(beside.Year, ((beside.Month - 1) / 3 * 3) + 1, 1);
        var (low, high) = UnitPath.Below(under);
        var startsAt = await database
            .Database.SqlQueryRaw<DateTimeOffset?>(sql, quarter, kinds.ToArray(), bound, under, low, high)
            .SingleAsync(ct);
        return startsAt is { } at ? OfficeDay.Of(at) : null;
    }

    private static string Sql(string nearest, string further, string beyond, string order)
    {
        // one range of the index: the unit's path comes before those below it, and what lies between is filtered out
        var wanted =
            $$"""s.starts_at {{beyond}} {2} and s.state <> 'cancelled' and s.unit_path >= {3} and s.unit_path < {5} """
            + "and (s.unit_path = {3} or s.unit_path >= {4})";
        return $$"""
            with recursive quarters as (
                select {{nearest}}(quarter) as quarter from sessions where quarter {{further}}= {0}
                union all select (select {{nearest}}(s.quarter) from sessions s where s.quarter {{further}} q.quarter) from quarters q
                    where q.quarter is not null),
            found as (
                select quarter from quarters q
                where exists (select from unnest({1}) k(kind) cross join lateral (select from sessions s where s.quarter = q.quarter and
                    s.kind = k.kind and {{wanted}} limit 1) one)
                order by quarter {{order}} limit 1)
            select {{nearest}}(s.starts_at) as "Value" from found join sessions s on s.quarter = found.quarter where s.kind = any({1}) and
                {{wanted}}
            """;
    }
}
