using Campaign.Contracts;
using Campaign.Hosting.Access;

namespace Campaign.Organization;

/// <summary>Which posts reach what; where in the tree they reach it is checked by the handlers.</summary>
internal static class OrganizationAccess
{
    /// <summary>Keep the tree, the members and the posts of their subtree.</summary>
    public static readonly string[] Keepers = [Roles.CityOfficer, Roles.DistrictOfficer, Roles.Operator];

    /// <summary>See the units of their subtree.</summary>
    public static readonly ActionRule<string> ReadUnits = new(
        "read-units",
        [.. Keepers, Roles.Secretary, Roles.Committee, Roles.Council, Roles.Analyst, Roles.Member, Roles.Integrator, Roles.Service],
        path => path
    );

    /// <summary>See the members of their subtree: personal data, so plain members and integrators do not.</summary>
    public static readonly ActionRule<string> ReadMembers = new(
        "read-members",
        [.. Keepers, Roles.Secretary, Roles.Committee, Roles.Council, Roles.Analyst],
        path => path
    );
}
