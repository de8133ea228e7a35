using Campaign.Contracts;

namespace Campaign.Organization;

/// <summary>Which posts reach what; where in the tree they reach it is checked by the handlers.</summary>
internal static class OrganizationAccess
{
    /// <summary>Keep the tree, the members and the posts of their subtree.</summary>
    public static readonly string[] Keepers = [Roles.CityOfficer, Roles.DistrictOfficer, Roles.Operator];

    /// <summary>See the units of their subtree.</summary>
    public static readonly string[] UnitReaders =
    [
        .. Keepers,
        Roles.Secretary,
        Roles.Committee,
        Roles.Council,
        Roles.Analyst,
        Roles.Member,
        Roles.Integrator,
        Roles.Service,
    ];

    /// <summary>See the members of their subtree: personal data, so plain members and integrators do not.</summary>
    public static readonly string[] MemberReaders = [.. Keepers, Roles.Secretary, Roles.Committee, Roles.Council, Roles.Analyst];
}
