using Campaign.Api.Recognition;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;

namespace Campaign.Recognition.Awards;

/// <summary>Who may decide about awards, and annul one.</summary>
internal static class AwardActions
{
    private static readonly string[] s_officers = [Roles.DistrictOfficer, Roles.CityOfficer];

    public static readonly ActionRule<string> Read = new(
        "read-awards",
        [Roles.Secretary, Roles.Committee, Roles.Council, .. s_officers, Roles.Analyst],
        path => path
    );

    /// <summary>In the name of a unit whose councils have voted.</summary>
    public static readonly ActionRule<string> Decide = new("decide-awards", s_officers, path => path);

    /// <summary>By officers of the unit that issued the decision.</summary>
    public static readonly ActionRule<Award> Revoke = new(
        "revoke",
        s_officers,
        award => award.Decision!.IssuerPath,
        award => award.RevokedOn is { } on ? new Problem(RecognitionProblems.AlreadyRevoked, ("day", on)) : null
    );

    public static readonly IReadOnlyList<ActionRule<Award>> All = [Revoke];
}
