using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.Requirements;

namespace Campaign.Directives.Issuing;

/// <summary>A unit that a directive is issued to.</summary>
public sealed record Addressee(Guid Id, string Path, string Type);

/// <summary>A requirement as a directive was issued with it; what completes it stays as the catalogue said on that day.</summary>
/// <param name="Completion">One of <see cref="Completions"/>.</param>
public sealed record IssuedRequirement(string Kind, string Completion, string Title, DateOnly DueOn, IReadOnlyList<string> Types);

/// <summary>Who is addressed and what each is asked for.</summary>
public static class Addressing
{
    /// <summary>Whether the rule addresses a unit: it lies in the subtree, and is of one of the types where types are named.</summary>
    public static bool Selects(AddressRule rule, string path, string type) =>
        UnitPath.IsWithin(path, rule.Under) && IsOneOf(rule.Types, type);

    /// <summary>Whether an addressed unit of this type is asked for the requirement.</summary>
    public static bool Asks(IssuedRequirement requirement, string type) => IsOneOf(requirement.Types, type);

    /// <summary>Each unit once, whether addressed by hand, by rule or both; in the order of the tree.</summary>
    public static IReadOnlyList<Addressee> Union(IEnumerable<Addressee> byHand, IEnumerable<Addressee> byRule) =>
        [.. byHand.Concat(byRule).DistinctBy(unit => unit.Id).OrderBy(unit => unit.Path, StringComparer.Ordinal)];

    /// <summary>How many assignments come of it.</summary>
    public static int CountAssignments(IEnumerable<Addressee> units, IReadOnlyList<IssuedRequirement> requirements) =>
        units.Sum(unit => requirements.Count(requirement => Asks(requirement, unit.Type)));

    private static bool IsOneOf(IReadOnlyList<string>? types, string type) => types is null or [] || types.Contains(type);
}
