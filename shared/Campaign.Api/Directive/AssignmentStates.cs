namespace Campaign.Api.Directive;

/// <summary>
/// States of an assignment: issued → acknowledged → planned → in progress → reported → accepted | returned → closed, or
/// recalled on the way. Overdue is none of them: it follows from the due day.
/// </summary>
public static class AssignmentStates
{
    public const string Issued = "issued";
    public const string Acknowledged = "acknowledged";
    public const string Planned = "planned";
    public const string InProgress = "in-progress";

    /// <summary>Sent back with a reason; to be reported again.</summary>
    public const string Returned = "returned";

    /// <summary>Done, and a superior has yet to look at it.</summary>
    public const string Reported = "reported";

    public const string Accepted = "accepted";

    /// <summary>Done, and nothing is left to look at.</summary>
    public const string Closed = "closed";

    public const string Recalled = "recalled";

    public static readonly IReadOnlyList<string> All =
    [
        Issued,
        Acknowledged,
        Planned,
        InProgress,
        Returned,
        Reported,
        Accepted,
        Closed,
        Recalled,
    ];

    /// <summary>Those in which the unit has still to do something.</summary>
    public static readonly IReadOnlyList<string> Open = [Issued, Acknowledged, Planned, InProgress, Returned];
}
