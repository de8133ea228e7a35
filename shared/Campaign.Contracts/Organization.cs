namespace Campaign.Contracts;

/// <summary>A top-level unit under the city exists from now on; its code is a new partition key.</summary>
[PublishedBy(Resources.Organization)]
public sealed record DistrictRegistered : CampaignEvent
{
    public required string Code { get; init; }
    public required string Name { get; init; }
}

/// <summary>A unit was created, renamed, moved or closed. The aggregate id is the unit's id.</summary>
[PublishedBy(Resources.Organization)]
public sealed record UnitChanged : CampaignEvent
{
    /// <summary>Unique lower-case slug, never changes.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    /// <summary>One of <see cref="UnitTypes"/>.</summary>
    public required string Type { get; init; }

    public Guid? ParentId { get; init; }

    /// <summary>Codes from the root joined by '/', e.g. <c>hn/thanh-xuan/ha-dinh/cb-03</c>.</summary>
    public required string Path { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which the unit no longer exists; null while it does.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>It is created to go on in other units' place: what they have open comes to it by <see cref="UnitMerged"/>.</summary>
    public bool Succeeds { get; init; }
}

/// <summary>
/// A unit ended by a decision and another goes on in its place: it was merged, split (then the main successor) or dissolved.
/// What is open at the predecessor goes on at the successor; what is closed stays. One event per predecessor, after its last
/// <see cref="UnitChanged"/> in its district. The aggregate id is the predecessor's id. The successor's own news may arrive later,
/// hence what a listener must know of it stands here.
/// </summary>
[PublishedBy(Resources.Organization)]
public sealed record UnitMerged : CampaignEvent
{
    public required string PredecessorPath { get; init; }
    public required Guid SuccessorId { get; init; }
    public required string SuccessorPath { get; init; }
    public required string SuccessorName { get; init; }

    /// <summary>One of <see cref="UnitTypes"/>.</summary>
    public required string SuccessorType { get; init; }

    /// <summary>The successor's partition.</summary>
    public required string SuccessorDistrict { get; init; }

    /// <summary>First day on which the predecessor no longer exists.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>Number of the decision, e.g. <c>19-NQ/TU</c>.</summary>
    public required string DecisionNumber { get; init; }
}

/// <summary>A member was registered, corrected, transferred or changed status. The aggregate id is the member's id.</summary>
[PublishedBy(Resources.Organization)]
public sealed record MemberChanged : CampaignEvent
{
    /// <summary>The member number: unique in the city, never a citizen ID.</summary>
    public required string Number { get; init; }

    public required string FullName { get; init; }

    /// <summary>The home cell.</summary>
    public required Guid UnitId { get; init; }

    public required string UnitPath { get; init; }

    /// <summary>One of <see cref="MemberStatuses"/>.</summary>
    public required string Status { get; init; }
}

/// <summary>A member holds a post in a unit. The aggregate id is the post's id.</summary>
[PublishedBy(Resources.Organization)]
public sealed record PostAssigned : CampaignEvent
{
    public required Guid MemberId { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }

    /// <summary>One of <see cref="Roles"/>.</summary>
    public required string Role { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which the post is no longer held.</summary>
    public DateOnly? ValidTo { get; init; }
}

/// <summary>A post ended on a day. The aggregate id is the post's id.</summary>
[PublishedBy(Resources.Organization)]
public sealed record PostEnded : CampaignEvent
{
    public required Guid MemberId { get; init; }
    public required DateOnly ValidTo { get; init; }
}
