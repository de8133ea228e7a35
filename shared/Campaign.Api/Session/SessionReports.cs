namespace Campaign.Api.Session;

/// <summary>What has been held where, and who came: coverage of a quarter and reports of attendance.</summary>
public sealed partial class SessionClient
{
    public Task<CoverageReport> CoverageAsync(
        string under,
        int year,
        int quarter,
        string? kind = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) =>
        GetAsync<CoverageReport>(
            Query("coverage", ("under", under), ("year", year), ("quarter", quarter), ("kind", kind), ("cursor", cursor), ("limit", limit)),
            ct
        );

    public Task<Page<CoverageUnit>> CoverageUnitsAsync(
        string under,
        int year,
        int quarter,
        string? kind = null,
        string? state = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) =>
        GetAsync<Page<CoverageUnit>>(
            Query(
                "coverage/units",
                ("under", under),
                ("year", year),
                ("quarter", quarter),
                ("kind", kind),
                ("state", state),
                ("cursor", cursor),
                ("limit", limit)
            ),
            ct
        );

    public Task<Page<PersonAttendance>> PeopleAttendanceAsync(
        string under,
        DateOnly from,
        DateOnly to,
        string? kind = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) =>
        GetAsync<Page<PersonAttendance>>(
            Query("attendance/people", ("under", under), ("from", from), ("to", to), ("kind", kind), ("cursor", cursor), ("limit", limit)),
            ct
        );

    public Task<Page<UnitAttendance>> UnitAttendanceAsync(
        string under,
        DateOnly from,
        DateOnly to,
        string? kind = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) =>
        GetAsync<Page<UnitAttendance>>(
            Query("attendance/units", ("under", under), ("from", from), ("to", to), ("kind", kind), ("cursor", cursor), ("limit", limit)),
            ct
        );

    public Task<IReadOnlyList<QuarterAttendance>> QuarterAttendanceAsync(
        string under,
        DateOnly from,
        DateOnly to,
        string? kind = null,
        CancellationToken ct = default
    ) =>
        GetAsync<IReadOnlyList<QuarterAttendance>>(
            Query("attendance/quarters", ("under", under), ("from", from), ("to", to), ("kind", kind)),
            ct
        );

    public Task<SessionUsage> UsageAsync(string under, DateOnly from, DateOnly to, string? kind = null, CancellationToken ct = default) =>
        GetAsync<SessionUsage>(Query("attendance/usage", ("under", under), ("from", from), ("to", to), ("kind", kind)), ct);

    /// <param name="report"><c>people</c> or <c>units</c>.</param>
    public Task<byte[]> AttendanceWorkbookAsync(
        string report,
        string under,
        DateOnly from,
        DateOnly to,
        string? kind = null,
        CancellationToken ct = default
    ) => GetBytesAsync(Query($"attendance/{report}.xlsx", ("under", under), ("from", from), ("to", to), ("kind", kind)), ct);
}

/// <summary>How many cells have held the meeting that each owes once a quarter.</summary>
/// <param name="DueOn">Last day of the quarter.</param>
/// <param name="Units">Cells that exist on the last day of the quarter, or today while it lasts.</param>
/// <param name="Planned">Not held yet, but on the calendar.</param>
/// <param name="Missing">Neither held nor on the calendar.</param>
/// <param name="Tiles">By the units directly below, in the order of their paths.</param>
public sealed record CoverageReport(
    int Year,
    int Quarter,
    [property: CodeOf("session-kinds")] string Kind,
    DateOnly DueOn,
    int Units,
    int Held,
    int Planned,
    int Missing,
    Page<CoverageTile> Tiles
);

public sealed record CoverageTile(string Path, string Name, int Units, int Held, int Planned, int Missing);

/// <param name="State"><c>held</c>, <c>planned</c> or <c>missing</c>.</param>
/// <param name="SessionId">The session that answers for it; null when missing.</param>
public sealed record CoverageUnit(Guid UnitId, string Name, string Path, string State, Guid? SessionId, DateTimeOffset? StartsAt);

/// <summary>One member's attendance at the held sessions to which they were expected, of their district and of the city.</summary>
/// <param name="ByStatus">How often each status of <see cref="SessionCatalogues.Statuses"/> was recorded; they add up to the figures
/// before.</param>
public sealed record PersonAttendance(
    Guid MemberId,
    string Number,
    string FullName,
    string UnitPath,
    int Expected,
    int Present,
    int Excused,
    int Absent,
    IReadOnlyDictionary<string, int> ByStatus
);

/// <summary>A unit's own held sessions.</summary>
/// <param name="UnitName">As on the day of the last of them.</param>
public sealed record UnitAttendance(
    Guid UnitId,
    string UnitName,
    string UnitPath,
    int Sessions,
    int Expected,
    int Present,
    int Excused,
    int Absent
);

public sealed record QuarterAttendance(int Year, int Quarter, int Sessions, int Expected, int Present, int Excused, int Absent);

/// <summary>What was chosen, the most frequent first.</summary>
/// <param name="Activities">Of the sessions for which one was named.</param>
/// <param name="Topics">At most 30.</param>
public sealed record SessionUsage(IReadOnlyList<UsageCount> Forms, IReadOnlyList<UsageCount> Activities, IReadOnlyList<UsageCount> Topics);

public sealed record UsageCount(string Name, int Sessions);
