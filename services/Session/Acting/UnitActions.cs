using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Campaign.Sessions.Acting;

/// <summary>What may be done in a unit that is about no session that is there already; the unit is named by its path.</summary>
public static class UnitActions
{
    public static readonly ActionRule<string> Schedule = new(SessionMay.Schedule, SessionAccess.Run, path => path);
    public static readonly ActionRule<string> SubscribeCalendar = new(SessionMay.SubscribeCalendar, SessionAccess.Run, path => path);
    public static readonly ActionRule<string> ReadReports = new(SessionMay.ReadReports, SessionAccess.ReadPeople, path => path);

    public static readonly IReadOnlyList<ActionRule<string>> All = [Schedule, SubscribeCalendar, ReadReports];

    public static RouteGroupBuilder MapMay(this IEndpointRouteBuilder routes)
    {
        var may = routes.MapGroup("/may").WithTags("May");
        may.MapGet("/", Read).AllowSignedIn();
        return may;
    }

    /// <summary>What the caller may do in a unit, or in any at all.</summary>
    private static Ok<IReadOnlyList<string>> Read(string? under, Caller caller) =>
        TypedResults.Ok(
            under is not null ? All.May(caller, under) : [.. All.Where(rule => caller.Holds(rule.Roles)).Select(rule => rule.Name)]
        );
}
