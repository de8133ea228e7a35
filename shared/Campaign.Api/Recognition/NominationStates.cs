namespace Campaign.Api.Recognition;

/// <summary>How far a nomination is.</summary>
public static class NominationStates
{
    public const string Submitted = "submitted";
    public const string Passed = "passed";
    public const string Failed = "failed";
    public const string Awarded = "awarded";
    public const string Revoked = "revoked";

    public static readonly IReadOnlyList<string> All = [Submitted, Passed, Failed, Awarded, Revoked];
}
