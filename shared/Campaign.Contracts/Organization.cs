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
