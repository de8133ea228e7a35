namespace Campaign.Identity.Posts;

/// <summary>What a token needs to know of a member: the home unit, and whether they are still with us.</summary>
public sealed class Member
{
    public required Guid Id { get; init; }

    public required string UnitPath { get; set; }

    /// <summary>True once the member left or was transferred out: their posts no longer count.</summary>
    public required bool Departed { get; set; }

    public required long Version { get; set; }
}
