namespace Campaign.Api.Session;

/// <summary>
/// What a session goes through; code branches on each, so none is added as data. What they are called:
/// <see cref="SessionCatalogues.States"/>.
/// </summary>
public static class SessionStates
{
    public const string Scheduled = "scheduled";
    public const string Open = "open";
    public const string Held = "held";
    public const string Cancelled = "cancelled";

    /// <summary>A day of a series that no session was made for yet.</summary>
    public const string Planned = "planned";

    /// <summary>A day of a series that no session will be made for.</summary>
    public const string Skipped = "skipped";

    /// <summary>Those of a session.</summary>
    public static readonly IReadOnlyList<string> All = [Scheduled, Open, Held, Cancelled];
}

/// <summary>Whether a cell has held the meeting that it owes.</summary>
public static class CoverageStates
{
    public const string Held = "held";
    public const string Planned = "planned";
    public const string Missing = "missing";

    public static readonly IReadOnlyList<string> All = [Held, Planned, Missing];
}

/// <summary>
/// What an attendance status counts as. Every figure is one of these, so a status may be added as data, a meaning may not.
/// </summary>
public static class Meanings
{
    public const string Present = "present";
    public const string Excused = "excused";
    public const string Absent = "absent";

    public static readonly IReadOnlyList<string> All = [Present, Excused, Absent];
}

/// <summary>What somebody invited answers.</summary>
public static class InvitationAnswers
{
    public const string Coming = "coming";
    public const string Excused = "excused";

    public static readonly IReadOnlyList<string> All = [Coming, Excused];
}
