using Campaign.Contracts;

namespace Campaign.Api.Identity;

/// <summary>The words that Identity owns.</summary>
public static class IdentityCatalogues
{
    /// <summary>Roles that a post gives.</summary>
    public static readonly CatalogueName Roles = new(Resources.Identity, "roles");

    /// <summary>The trait of a role that is given with a post; without it only this system's own services have it.</summary>
    public const string Granted = "granted";
}
