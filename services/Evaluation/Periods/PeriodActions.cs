using Campaign.Contracts;
using Campaign.Hosting.Access;

namespace Campaign.Evaluation.Periods;

/// <summary>
/// Who may do what in a period: all of it from a post above its unit, and what concerns their own subtree from a post below; a cell's
/// secretary enrols the cell in the district's period.
/// </summary>
internal static class PeriodActions
{
    private static readonly string[] s_deciders = [Roles.Committee, Roles.DistrictOfficer, Roles.CityOfficer];
    private static readonly string[] s_collectives = [Roles.Secretary, .. s_deciders];

    /// <summary>For a unit.</summary>
    public static readonly ActionRule<string> Read = new("read-periods", [Roles.Member, .. s_collectives, Roles.Analyst], path => path);

    public static readonly ActionRule<string> Open = new("open-period", s_deciders, path => path);

    public static readonly ActionRule<Period> Enrol = Within("enrol", s_collectives);
    public static readonly ActionRule<Period> Propose = Within("propose", s_collectives);
    public static readonly ActionRule<Period> Decide = Within("decide", s_deciders);

    public static readonly IReadOnlyList<ActionRule<Period>> All = [Enrol, Propose, Decide];

    private static ActionRule<Period> Within(string name, string[] roles) =>
        new(
            name,
            roles,
            period => period.UnitPath,
            Also: (caller, period) => caller.PathsOf(roles).Any(path => UnitPath.IsWithin(path, period.UnitPath))
        );
}
