using Campaign.Api.Problems;

namespace Campaign.Api.Organization;

/// <summary>A decision that reorganises the tree.</summary>
/// <param name="Number">As on the paper, e.g. <c>19-NQ/TU</c>.</param>
/// <param name="EffectiveOn">First day of the new order, in the city's days; today or past takes effect at once.</param>
/// <param name="Steps">Carried out in order, all or none; 1–1000.</param>
/// <param name="CarryPosts">Whether the posts of a unit that ends go on in its successor; otherwise they end.</param>
public sealed record RecordDecision(
    string Number,
    DateOnly SignedOn,
    DateOnly EffectiveOn,
    string Summary,
    IReadOnlyList<ReorganisationStep> Steps,
    bool CarryPosts = true
);

/// <summary>One step. Units are named by code, so a step can name what an earlier one creates.</summary>
/// <param name="Kind">Code of <see cref="OrganizationCatalogues.ReorganisationKinds"/>.</param>
/// <param name="Units">The units that are renamed, moved, merged, split or dissolved.</param>
/// <param name="Into">move: the new parent; merge: an existing successor; dissolve: the successor, the parent when null.</param>
/// <param name="Name">rename: the new name.</param>
/// <param name="ShortName">rename: the new short name.</param>
/// <param name="Create">create: the new units; merge: the successor when it is new; split: the successors, of which the first is the main
/// one.</param>
public sealed record ReorganisationStep(
    [property: CodeOf("reorganisation-kinds")] string Kind,
    IReadOnlyList<string>? Units = null,
    string? Into = null,
    string? Name = null,
    string? ShortName = null,
    IReadOnlyList<NewUnit>? Create = null
);

/// <summary>A unit that a decision creates.</summary>
/// <param name="Parent">Code of its parent.</param>
/// <param name="Children">split: codes of the units directly below that go to it; who is not named goes to the main successor.</param>
/// <param name="Members">split: numbers of the members at home in the unit that go to it; who is not named goes to the main
/// successor.</param>
public sealed record NewUnit(
    string Code,
    string Name,
    string ShortName,
    [property: CodeOf("unit-types")] string Type,
    string Parent,
    IReadOnlyList<string>? Children = null,
    IReadOnlyList<string>? Members = null
);

/// <param name="State">One of <see cref="DecisionStates"/>; <paramref name="Problem"/> says why it failed.</param>
/// <param name="ScopePath">The lowest unit that has all of it below itself.</param>
public sealed record DecisionView(
    Guid Id,
    string Number,
    DateOnly SignedOn,
    DateOnly EffectiveOn,
    string Summary,
    bool CarryPosts,
    IReadOnlyList<ReorganisationStep> Steps,
    string ScopePath,
    string RecordedBy,
    string State,
    DateTimeOffset? AppliedAt,
    ProblemView? Problem,
    long Version
)
{
    /// <summary>What the caller may do with it now: <c>cancel</c>.</summary>
    public IReadOnlyList<string> May { get; init; } = [];
}

/// <summary>What a decision would carry over, by the tree of today.</summary>
/// <param name="UnitsChanged">Units that get another name or place.</param>
/// <param name="Members">Members whose home unit or its place changes.</param>
/// <param name="Posts">Posts, not ended, whose unit or its place changes.</param>
public sealed record DecisionPreview(
    IReadOnlyList<PreviewLine> Lines,
    int UnitsCreated,
    int UnitsEnded,
    int UnitsChanged,
    int Members,
    int Posts
);

/// <summary>What becomes of one unit.</summary>
/// <param name="Step">From 1.</param>
/// <param name="ToCode">The successor, the new parent, or the unit itself.</param>
/// <param name="ToName">Name of the successor or the new parent, or the new name.</param>
/// <param name="Children">Units directly below that come along.</param>
/// <param name="Members">Members at home in the unit itself that come along.</param>
/// <param name="Posts">Posts in the unit itself that are not ended.</param>
public sealed record PreviewLine(
    int Step,
    [property: CodeOf("reorganisation-kinds")] string Kind,
    string Code,
    string Name,
    string ToCode,
    string ToName,
    int Children,
    int Members,
    int Posts
);

/// <summary>One unit went on in another's place from a day on.</summary>
public sealed record LineageLink(
    Guid PredecessorId,
    string PredecessorCode,
    string PredecessorName,
    Guid SuccessorId,
    string SuccessorCode,
    string SuccessorName,
    [property: CodeOf("reorganisation-kinds")] string Kind,
    DateOnly On,
    Guid DecisionId,
    string DecisionNumber
);

/// <summary>All that a unit came from and all that became of it, by generations, each direction by day.</summary>
public sealed record LineageView(IReadOnlyList<LineageLink> CameFrom, IReadOnlyList<LineageLink> Became);

/// <summary>What a unit was called and where it hung.</summary>
/// <param name="DecisionNumber">The decision that brought it; null for the first.</param>
public sealed record UnitVersionView(
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string Name,
    string ShortName,
    [property: CodeOf("unit-types")] string Type,
    string Path,
    string? ParentName,
    string? DecisionNumber
);
