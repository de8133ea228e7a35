using Campaign.Api.Problems;

namespace Campaign.Api.Operations;

/// <summary>Reasons for which the messaging of a service refuses a request.</summary>
public static class MessagingProblems
{
    public static readonly ProblemType NotParked = new("not-parked", 404);

    /// <summary>Params <c>reason</c>, as the handler said it.</summary>
    public static readonly ProblemType ReplayFailed = new("replay-failed", 409);

    /// <summary>Params <c>projection</c>, <c>known</c>.</summary>
    public static readonly ProblemType NoSuchProjection = new("no-such-projection", 404);

    public static readonly ProblemType NeverRebuilt = new("never-rebuilt", 404);
    public static readonly ProblemType RebuildRunning = new("rebuild-running", 409);
    public static readonly ProblemType RebuildNotRunning = new("rebuild-not-running", 409);
}
