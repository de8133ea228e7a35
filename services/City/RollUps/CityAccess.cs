using Campaign.Api.City;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;

namespace Campaign.City.RollUps;

/// <summary>Who may read figures: sums over a district name nobody, so every post inside the district may read them.</summary>
internal static class CityAccess
{
    public static readonly ActionRule<string> Read = new(
        "read-figures",
        [
            Roles.CityOfficer,
            Roles.DistrictOfficer,
            Roles.Secretary,
            Roles.Committee,
            Roles.Council,
            Roles.Analyst,
            Roles.Operator,
            Roles.Integrator,
        ],
        path => path
    );

    /// <summary>
    /// The district whose figures the caller reads: the one asked for, or the whole city (null) where a post covers it,
    /// else the caller's own.
    /// </summary>
    /// <exception cref="Problem"><c>figures-of-your-districts</c> (403).</exception>
    public static string? District(Caller caller, string? asked)
    {
        var districts = caller.Paths.Select(UnitPath.District).Distinct().ToList();
        if (districts.Contains(Districts.City))
        {
            return asked;
        }

        return asked is null && districts.Count == 1 ? districts[0]
            : asked is not null && districts.Contains(asked) ? asked
            : throw new Problem(CityProblems.FiguresOfYourDistricts, ("districts", districts));
    }
}
