using Campaign.Api;
using Campaign.Api.Problems;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Hosting.Requests;
using Campaign.ServiceDefaults.Audit;
using Campaign.ServiceDefaults.Idempotency;
using Campaign.Sessions.Acting;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Scheduling;
using Campaign.Time;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions.Paper;

/// <summary>For those without a phone: the sheet to sign, and its fast entry afterwards by numbers or as a file.</summary>
public static class PaperEndpoints
{
    /// <summary>Most names in one file: some fifty pages.</summary>
    public const int MaxNames = 1000;

    public static RouteGroupBuilder MapPaper(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/sessions/{id:guid}").WithTags("Paper");
        session
            .MapGet("/sheet.pdf", SheetAsync)
            .Allow(SessionActions.PrintSheet)
            .Refuses(SessionProblems.SessionCancelled)
            .Produces(200, contentType: "application/pdf");
        session.MapPost("/sheet", EnterAsync).Allow(SessionActions.TakeRoster).Refuses(SessionActions.Over);
        routes
            .MapPost("/imports/attendance", ImportAsync)
            .WithTags("Paper")
            .Allow(SessionActions.TakeRoster)
            .Refuses([.. SessionActions.Over, SharedProblems.NotFound])
            .Accepts<string>("text/csv")
            .AllowBody(RequestLimits.AttendanceFile.Bytes)
            .NaturallyIdempotent();
        return session;
    }

    /// <param name="from">First number on it; a large conference takes several files.</param>
    private static async Task<FileContentHttpResult> SheetAsync(
        Guid id,
        int? from,
        Actor actor,
        SessionDb database,
        IAudit audit,
        CancellationToken ct
    )
    {
        var session = await actor.ReadAsync(SessionActions.PrintSheet, id, ct);
        var first = from ?? 1;
        var names = await database
            .Attendance.AsNoTracking()
            .Of(session)
            .Where(row => row.Line >= first)
            .OrderBy(row => row.Line)
            .Take(MaxNames)
            .Join(
                database.Members,
                row => row.MemberId,
                member => member.Id,
                (row, member) => new SheetName(row.Line, member.FullName, member.Number)
            )
            .ToListAsync(ct);
        audit.Record("print", nameof(Session), id.ToString(), new { names = names.Count });
        await database.SaveChangesAsync(ct);
        return TypedResults.File(
            SignInSheet.Print(session, [.. names.OrderBy(name => name.Line)]),
            "application/pdf",
            $"danh-sach-{OfficeDay.ClockAt(session.StartsAt):yyyy-MM-dd}.pdf"
        );
    }

    private static Task<Ok<AttendanceSummary>> EnterAsync(
        Guid id,
        EnterSheet request,
        Actor actor,
        SessionDb database,
        RosterBook roster,
        CancellationToken ct
    ) =>
        database.AtomicallyAsync(
            async () =>
            {
                var session = await actor.LockAsync(SessionActions.TakeRoster, id, ct);
                var lines = await database
                    .Attendance.AsNoTracking()
                    .Of(session)
                    .Select(row => new SheetLine(row.Line, row.MemberId, row.Status))
                    .ToListAsync(ct);
                var (book, day) = (await StatusBook.ReadAsync(database, ct), OfficeDay.Of(session.StartsAt));
                var entries = SheetReading.Read(request, lines, book, day);
                if (entries.Count > 0)
                {
                    await roster.RecordAsync(session, Roster.Of(entries, book, day), Ways.Sheet, ct);
                }

                await database.SaveChangesAsync(ct);
                return TypedResults.Ok(await database.TallyAsync(session, ct));
            },
            ct
        );

    private static async Task<Ok<AttendanceReport>> ImportAsync(
        Guid session,
        bool? dryRun,
        HttpRequest request,
        AttendanceImport import,
        CancellationToken ct
    ) => TypedResults.Ok(await import.ImportAsync(session, request.Body, dryRun ?? false, ct));
}
