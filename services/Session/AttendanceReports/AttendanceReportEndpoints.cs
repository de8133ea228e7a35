using Campaign.Api;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.ServiceDefaults.Audit;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Campaign.Tables.Exports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Sessions.AttendanceReports;

/// <summary>
/// Attendance of a subtree by person, unit and quarter; topics and forms that were chosen; people and units as workbooks.
/// </summary>
public static class AttendanceReportEndpoints
{
    /// <summary>Most lines in one workbook.</summary>
    private const int MaxLines = 20_000;

    public static RouteGroupBuilder MapAttendanceReports(this IEndpointRouteBuilder routes)
    {
        var reports = routes.MapGroup("/attendance").WithTags("Attendance reports");
        reports.MapGet("/people", PeopleAsync).Allow(UnitActions.ReadReports);
        reports
            .MapGet("/people.xlsx", PeopleFileAsync)
            .Allow(UnitActions.ReadReports)
            .Refuses(SessionProblems.ReportTooLarge)
            .Produces(200, contentType: Workbook.ContentType);
        reports.MapGet("/units", UnitsAsync).Allow(UnitActions.ReadReports);
        reports
            .MapGet("/units.xlsx", UnitsFileAsync)
            .Allow(UnitActions.ReadReports)
            .Refuses(SessionProblems.ReportTooLarge)
            .Produces(200, contentType: Workbook.ContentType);
        reports.MapGet("/quarters", QuartersAsync).Allow(UnitActions.ReadReports);
        reports.MapGet("/usage", UsageAsync).Allow(UnitActions.ReadReports);
        return reports;
    }

    private static async Task<Ok<Page<PersonAttendance>>> PeopleAsync(
        [AsParameters] ReportPeriod period,
        string? cursor,
        int? limit,
        Caller caller,
        SessionDb database,
        AttendanceReportQuery query,
        CancellationToken ct
    )
    {
        await period.DemandAsync(caller, database, ct);
        var size = Cursor.Limit(limit);
        var people = await query.PeopleAsync(period, After(cursor), size + 1, ct);
        return TypedResults.Ok(Cursor.Page(people, size, person => [person.UnitPath, person.MemberId]));
    }

    private static async Task<Ok<Page<UnitAttendance>>> UnitsAsync(
        [AsParameters] ReportPeriod period,
        string? cursor,
        int? limit,
        Caller caller,
        SessionDb database,
        AttendanceReportQuery query,
        CancellationToken ct
    )
    {
        await period.DemandAsync(caller, database, ct);
        var size = Cursor.Limit(limit);
        var units = await query.UnitsAsync(period, After(cursor), size + 1, ct);
        return TypedResults.Ok(Cursor.Page(units, size, unit => [unit.UnitPath, unit.UnitId]));
    }

    private static async Task<Ok<IReadOnlyList<QuarterAttendance>>> QuartersAsync(
        [AsParameters] ReportPeriod period,
        Caller caller,
        SessionDb database,
        AttendanceReportQuery query,
        CancellationToken ct
    )
    {
        await period.DemandAsync(caller, database, ct);
        return TypedResults.Ok<IReadOnlyList<QuarterAttendance>>(await query.QuartersAsync(period, ct));
    }

    private static async Task<Ok<SessionUsage>> UsageAsync(
        [AsParameters] ReportPeriod period,
        Caller caller,
        SessionDb database,
        AttendanceReportQuery query,
        CancellationToken ct
    )
    {
        await period.DemandAsync(caller, database, ct);
        return TypedResults.Ok(await query.UsageAsync(period, ct));
    }

    private static async Task<FileContentHttpResult> PeopleFileAsync(
        [AsParameters] ReportPeriod period,
        Caller caller,
        SessionDb database,
        IAudit audit,
        AttendanceReportQuery query,
        CancellationToken ct
    )
    {
        await period.DemandAsync(caller, database, ct);
        var people = new List<PersonAttendance>();
        for (var after = After(null); people.Count <= MaxLines; after = (people[^1].UnitPath, people[^1].MemberId))
        {
            var next = await query.PeopleAsync(period, after, Cursor.MaxLimit, ct);
            people.AddRange(next);
            if (next.Count < Cursor.MaxLimit)
            {
                break;
            }
        }

        DemandFits(people.Count);
        audit.Record(
            "export",
            "attendance",
            period.Under,
            new
            {
                people = people.Count,
                period.From,
                period.To,
            }
        );
        await database.SaveChangesAsync(ct);
        return File(AttendanceWorkbook.Of(people, (await StatusBook.ReadAsync(database, ct)).Between(period.From, period.To)), period);
    }

    private static async Task<FileContentHttpResult> UnitsFileAsync(
        [AsParameters] ReportPeriod period,
        Caller caller,
        SessionDb database,
        AttendanceReportQuery query,
        CancellationToken ct
    )
    {
        await period.DemandAsync(caller, database, ct);
        var units = await query.UnitsAsync(period, After(null), MaxLines + 1, ct);
        DemandFits(units.Count);
        return File(AttendanceWorkbook.Of(units), period);
    }

    /// <summary>Both lists are in the order of paths, and of ids where a path has had two units.</summary>
    private static (string Path, Guid Id) After(string? cursor) =>
        Cursor.After<string, Guid>(cursor, out var path, out var id) ? (path, id) : ("", Guid.Empty);

    private static void DemandFits(int lines)
    {
        if (lines > MaxLines)
        {
            throw new Problem(SessionProblems.ReportTooLarge, ("max", MaxLines));
        }
    }

    private static FileContentHttpResult File(byte[] file, ReportPeriod period) =>
        TypedResults.File(
            file,
            Workbook.ContentType,
            $"diem-danh-{period.Under.Split('/')[^1]}-{period.From:yyyy-MM-dd}-{period.To:yyyy-MM-dd}.xlsx"
        );
}
