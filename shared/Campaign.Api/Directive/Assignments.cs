namespace Campaign.Api.Directive;

/// <param name="State">
/// <c>issued</c>, <c>acknowledged</c>, <c>planned</c>, <c>in-progress</c>, <c>returned</c>, <c>reported</c>, <c>accepted</c>, <c>closed</c>
/// or
/// <c>recalled</c>; overdue is computed against the due day.
/// </param>
/// <param name="CompletedOn">The day on which it was done; none again when the work was returned.</param>
public sealed record AssignmentView(
    Guid Id,
    Guid DirectiveId,
    string Symbol,
    Guid UnitId,
    string UnitName,
    string UnitPath,
    [property: CodeOf("requirement-kinds")] string Requirement,
    string Title,
    DateOnly DueOn,
    string State,
    bool Overdue,
    DateOnly? AcknowledgedOn,
    DateOnly? CompletedOn,
    string? Report,
    long Version
)
{
    /// <summary>
    /// What the caller may do with it now: <c>acknowledge</c>, <c>plan</c>, <c>begin</c>, <c>report</c>, <c>ask-extension</c>,
    /// <c>accept</c>,
    /// <c>return</c>, <c>close</c>, <c>recall</c>, <c>decide-extension</c>.
    /// </summary>
    public IReadOnlyList<string> May { get; init; } = [];

    /// <summary>What completes it: <c>acknowledgement</c>, <c>report</c> or <c>session</c>.</summary>
    public required string Completion { get; init; }

    /// <summary>The due day that the unit asks for; nobody has decided about it.</summary>
    public DateOnly? AskedUntil { get; init; }

    /// <summary>
    /// <c>lead</c> or <c>co-operates</c>; null where the document names nobody, or the unit is one of those that carry it out.
    /// </summary>
    public string? Part { get; init; }

    /// <summary>The unit that leads the document.</summary>
    public string? LeadUnit { get; init; }

    /// <summary>The later document that took the place of the one that asks; it is outdated.</summary>
    public Guid? ReplacedById { get; init; }

    /// <summary>Earlier documents that this one replaces and by which the unit had been asked; null where there are none.</summary>
    public IReadOnlyList<ReplacedDocument>? Replaces { get; init; }
}

/// <param name="AcknowledgedOn">The day on which the unit acknowledged it; null when it had not.</param>
public sealed record ReplacedDocument(Guid DirectiveId, string Symbol, DateOnly? AcknowledgedOn);

/// <param name="Action"><c>planned</c>, <c>reported</c>, <c>returned</c>, <c>recalled</c>, <c>extension-asked</c>, <c>extension-granted</c>
/// or <c>extension-refused</c>.</param>
/// <param name="Until">A due day that was asked for, granted or set.</param>
public sealed record AssignmentNoteView(string Action, string Text, DateOnly? Until, DateTimeOffset At, string By);

/// <param name="On">Day it happened when entered afterwards from paper; null is today.</param>
public sealed record Acknowledge(DateOnly? On);

public sealed record ReportAssignment(string Text, DateOnly? On);

/// <summary>A plan, or a reason; 1–4,000 characters.</summary>
public sealed record AssignmentText(string Text);

public sealed record AskExtension(DateOnly Until, string Reason);

/// <param name="Until">Another day than the one asked for; null grants what was asked.</param>
public sealed record DecideExtension(bool Granted, DateOnly? Until, string Reason);

/// <param name="DueOn">A new due day for mending it; null keeps the old one.</param>
public sealed record ReturnAssignment(string Reason, DateOnly? DueOn);

/// <summary>Acknowledges many assignments of units in the caller's subtree at once.</summary>
public sealed record AcknowledgeMany(Guid DirectiveId, string Under, DateOnly? On);

/// <summary>The assignments of a directive in a subtree.</summary>
public sealed record ManyAssignments(Guid DirectiveId, string Under);

public sealed record RecallMany(Guid DirectiveId, string Under, string Reason);

public sealed record CountResult(int Count);
