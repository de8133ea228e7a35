using Campaign.Contracts;
using Campaign.Defaults.Access;
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
}
