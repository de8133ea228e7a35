using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;
using Campaign.Sessions.Attendance;
using Campaign.Sessions.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Sessions;

/// <summary>Who may do what with a session; where, is checked in each handler.</summary>
public static class SessionAccess
{
    /// <summary>Schedule, open, take the roster, close; check others in.</summary>
    public static readonly string[] Run = [Roles.Secretary, Roles.DistrictOfficer, Roles.CityOfficer];

    /// <summary>Check in: whoever takes part, and whoever runs the session.</summary>
    public static readonly string[] CheckIn = [.. Run, Roles.Member];

    /// <summary>See sessions and their figures.</summary>
    public static readonly string[] Read = [.. Run, Roles.Member, Roles.Analyst];

    /// <summary>See who took part, by name.</summary>
    public static readonly string[] ReadPeople = [.. Run, Roles.Analyst];

    /// <summary>Whether a post of the caller runs the sessions of the unit; a plain member's post does not.</summary>
    public static bool Runs(this Caller caller, string unitPath) =>
        caller.Posts.Any(post => Run.Contains(post.Role) && UnitPath.IsWithin(unitPath, post.UnitPath));

    /// <summary>Whether the member behind the token was invited: they see the conference of a superior unit too.</summary>
    public static async Task<bool> TakesPartAsync(this SessionDb database, Session session, Caller caller, CancellationToken ct) =>
        caller.MemberId is { } memberId && await database.Attendance.Of(session).AnyAsync(row => row.MemberId == memberId, ct);

    /// <summary>The session, for those who may read it: whose posts cover the unit, and whoever takes part.</summary>
    /// <exception cref="Problem"><c>not-found</c>, <c>outside-your-units</c>.</exception>
    public static async Task<Session> ReadableAsync(this SessionDb database, Guid id, Caller caller, CancellationToken ct)
    {
        var session = await database.Sessions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct)
            ?? throw Problem.NotFound("session");
        if (!caller.Covers(session.UnitPath) && !await database.TakesPartAsync(session, caller, ct))
        {
            caller.Demand(session.UnitPath);
        }

        return session;
    }
}
