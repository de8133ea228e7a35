using Campaign.Contracts;

namespace Campaign.Api.Organization;

/// <summary>The words that Organization owns.</summary>
public static class OrganizationCatalogues
{
    public static readonly CatalogueName UnitTypes = new(Resources.Organization, "unit-types");

    public static readonly CatalogueName MemberStatuses = new(Resources.Organization, "member-statuses");

    public static readonly CatalogueName Sexes = new(Resources.Organization, "sexes");

    /// <summary>What a step of a reorganisation does to the tree.</summary>
    public static readonly CatalogueName ReorganisationKinds = new(Resources.Organization, "reorganisation-kinds");
}
