using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;

namespace Campaign.Evaluation.Reviews;

/// <summary>
/// Who may see whose review: everybody their own; beyond that only who holds a post other than member, in its subtree.
/// </summary>
internal static class ReviewAccess
{
    /// <summary>Roots of the subtrees whose reviews the caller oversees.</summary>
    public static IReadOnlyList<string> Overseen(this Caller caller) =>
        [.. caller.Posts.Where(post => post.Role != Roles.Member).Select(post => post.UnitPath).Distinct()];

    public static bool Oversees(this Caller caller, string unitPath) => caller.Overseen().Any(root => UnitPath.IsWithin(unitPath, root));

    public static bool IsOwn(this Caller caller, Review review) =>
        review.SubjectKind == SubjectKinds.Member && caller.MemberId is { } member && review.SubjectId == member;

    /// <exception cref="Problem"><c>outside-your-units</c> (403).</exception>
    public static void DemandOversight(this Caller caller, string unitPath)
    {
        if (!caller.Oversees(unitPath))
        {
            throw new Problem(SharedProblems.OutsideYourUnits);
        }
    }
}
