namespace Campaign.Api.Directive;

/// <summary>States of a commitment; overdue is none of them: it follows from the days of its deeds.</summary>
public static class CommitmentStates
{
    public const string Open = "open";

    /// <summary>Every deed that was not withdrawn is confirmed.</summary>
    public const string Fulfilled = "fulfilled";

    /// <summary>Every deed was withdrawn.</summary>
    public const string Withdrawn = "withdrawn";

    public static readonly IReadOnlyList<string> All = [Open, Fulfilled, Withdrawn];
}

/// <summary>States of a deed.</summary>
public static class DeedStates
{
    public const string Open = "open";

    /// <summary>Somebody above the unit has seen that it is done.</summary>
    public const string Confirmed = "confirmed";

    public const string Withdrawn = "withdrawn";
}
