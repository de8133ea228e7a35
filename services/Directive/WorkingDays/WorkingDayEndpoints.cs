using Campaign.Api;
using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Directives.WorkingDays;

/// <summary>The calendar by which due days are counted.</summary>
public static class WorkingDayEndpoints
{
    public static RouteGroupBuilder MapWorkingDays(this IEndpointRouteBuilder app)
    {
        var days = app.MapGroup("/calendar-days").WithTags("Working days");
        days.MapGet("/", ListAsync).AllowSignedIn();
        return days;
    }

    /// <summary>Reads the calendar as it stands.</summary>
    internal static async Task<WorkingCalendar> WorkingCalendarAsync(this DirectiveDb db, CancellationToken ct) =>
        new(await db.CalendarDays.AsNoTracking().ToDictionaryAsync(day => day.Day, day => day.IsWorking, ct));

    /// <param name="year">The year whose exceptional days are wanted.</param>
    private static async Task<Ok<Page<CalendarDayView>>> ListAsync(int year, DirectiveDb db, CancellationToken ct)
    {
        Problem.Unless(year is >= 2000 and <= 2100, "year", FieldCodes.Range, ("min", 2000), ("max", 2100));
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var days = await db
            .CalendarDays.AsNoTracking()
            .Where(day => day.Day >= first && day.Day <= last)
            .OrderBy(day => day.Day)
            .ToListAsync(ct);
        return TypedResults.Ok(new Page<CalendarDayView>([.. days.Select(day => day.View())], null));
    }
}
