namespace Campaign.Api.Organization;

/// <summary>States of a decision.</summary>
public static class DecisionStates
{
    /// <summary>Waits for its day.</summary>
    public const string Scheduled = "scheduled";

    public const string Applied = "applied";

    /// <summary>
    /// On its day the tree was no longer one that it fits; <see cref="DecisionView.Problem"/> says why. Nothing was changed.
    /// </summary>
    public const string Failed = "failed";

    public const string Cancelled = "cancelled";

    public static readonly IReadOnlyList<string> All = [Scheduled, Applied, Failed, Cancelled];
}
