using Campaign.Api.Organization;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;

namespace Campaign.Organization.Reorganisation;

/// <summary>Who may do what with decisions about the tree.</summary>
internal static class DecisionActions
{
    /// <summary>About units below; which these are is known when its steps are.</summary>
    public static readonly ActionRule<string> Record = new("record-decision", OrganizationAccess.Keepers, path => path);

    /// <summary>Before its day; what has taken effect is undone by another decision.</summary>
    public static readonly ActionRule<Decision> Cancel = new(
        "cancel",
        OrganizationAccess.Keepers,
        decision => decision.ScopePath,
        decision =>
            decision.State switch
            {
                DecisionStates.Scheduled => null,
                DecisionStates.Cancelled => Problem.Conflict(
                    "done-already",
                    "Somebody did this already. Read it again to see how it stands."
                ),
                _ => Problem.Conflict("decision-over", "The decision's day has come. Record another decision that changes the tree again."),
            }
    );

    public static readonly IReadOnlyList<ActionRule<Decision>> All = [Cancel];
}
