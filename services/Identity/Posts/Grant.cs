using Campaign.Time;

namespace Campaign.Identity.Posts;

/// <summary>A post given directly by an operator, to an account or to an integrator's client.</summary>
public sealed class Grant : IDated
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The <c>sub</c> of the tokens that carry the post: an account's id or a client's id.</summary>
    public required string Subject { get; init; }

    /// <summary>One of <see cref="Contracts.Roles"/>.</summary>
    public required string Role { get; init; }

    public required string UnitPath { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which the post is no longer held; null while no end is known.</summary>
    public DateOnly? ValidTo { get; set; }
}
