namespace Campaign.Api.Evaluation;

/// <summary>How far a review is; it only goes forward.</summary>
public static class ReviewStates
{
    public const string Enrolled = "enrolled";
    public const string SelfRated = "self-rated";
    public const string Proposed = "proposed";
    public const string Decided = "decided";

    public static readonly IReadOnlyList<string> All = [Enrolled, SelfRated, Proposed, Decided];
}

/// <summary>Whether a period has reviews that nobody has decided.</summary>
public static class PeriodStates
{
    public const string Open = "open";
    public const string Closed = "closed";
}
