namespace Campaign.Identity.Posts;

/// <summary>
/// A post that a member holds, as Organization tells it. Kept for members without an account too: the account may come later.
/// </summary>
public sealed class HeldPost
{
    /// <summary>Organization's id of the post.</summary>
    public required Guid Id { get; init; }

    public required Guid MemberId { get; init; }

    /// <summary>One of <see cref="Contracts.Roles"/>; null while only the end of the post is known.</summary>
    public string? Role { get; set; }

    /// <summary>Null while only the end of the post is known.</summary>
    public string? UnitPath { get; set; }

    public DateOnly? ValidFrom { get; set; }

    /// <summary>First day on which the post is no longer held.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>Of the post at Organization; an older event changes nothing that a newer one said.</summary>
    public required long Version { get; set; }
}
