using Campaign.Contracts;

namespace Campaign.Api.Directive;

/// <summary>The words that Directive owns.</summary>
public static class DirectiveCatalogues
{
    public static readonly CatalogueName DocumentTypes = new(Resources.Directive, "document-types");

    /// <summary>What a directive may ask a unit for; <see cref="Completion"/> says what completes it.</summary>
    public static readonly CatalogueName RequirementKinds = new(Resources.Directive, "requirement-kinds");

    /// <summary>How a document may stand to an earlier one.</summary>
    public static readonly CatalogueName RelationKinds = new(Resources.Directive, "relation-kinds");

    public static readonly CatalogueName Urgencies = new(Resources.Directive, "urgencies");

    /// <summary>The trait of a requirement kind: <c>acknowledgement</c>, <c>report</c> or <c>session</c>.</summary>
    public const string Completion = "completion";
}
