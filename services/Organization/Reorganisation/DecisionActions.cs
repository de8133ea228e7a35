using Campaign.Api.Organization;
using Campaign.Api.Problems;
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
                DecisionStates.Cancelled => new Problem(SharedProblems.DoneAlready),
                _ => new Problem(OrganizationProblems.DecisionOver),
            }
    );

    public static readonly IReadOnlyList<ActionRule<Decision>> All = [Cancel];
}
