using Campaign.Api.Organization;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;

namespace Campaign.Organization.Units;

/// <summary>What a rule about a unit must know.</summary>
internal sealed record UnitFacts(string Code, string Path, DateOnly? ValidTo)
{
    public static UnitFacts Of(Unit unit) => new(unit.Code, unit.Path, unit.ValidTo);

    public static UnitFacts Of(UnitView unit) => new(unit.Code, unit.Path, unit.ValidTo);
}

/// <summary>Who may do what with a unit of the tree.</summary>
internal static class UnitActions
{
    public static readonly ActionRule<UnitFacts> Rename = new("rename", OrganizationAccess.Keepers, unit => unit.Path);

    /// <summary>Below it.</summary>
    public static readonly ActionRule<UnitFacts> Create = new(
        "create-unit",
        OrganizationAccess.Keepers,
        unit => unit.Path,
        unit => unit.ValidTo is { } end ? new Problem(OrganizationProblems.ParentClosed, ("unit", unit.Code), ("end", end)) : null
    );

    /// <summary>At home in it.</summary>
    public static readonly ActionRule<UnitFacts> Register = new("register-member", OrganizationAccess.Keepers, unit => unit.Path, Ended);

    /// <summary>A post in it.</summary>
    public static readonly ActionRule<UnitFacts> Assign = new("assign-post", OrganizationAccess.Keepers, unit => unit.Path, Ended);

    public static readonly IReadOnlyList<ActionRule<UnitFacts>> All = [Rename, Create, Register, Assign];

    public static readonly ActionRule<string> CreateWithin = new(Create.Name, OrganizationAccess.Keepers, path => path);

    public static readonly ActionRule<string> RegisterWithin = new(Register.Name, OrganizationAccess.Keepers, path => path);

    public static UnitView With(this UnitView unit, Caller caller) => unit with { May = All.May(caller, UnitFacts.Of(unit)) };

    internal static Problem? Ended(UnitFacts unit) =>
        unit.ValidTo is { } end ? new Problem(OrganizationProblems.UnitEnded, ("unit", unit.Code), ("end", end)) : null;
}
