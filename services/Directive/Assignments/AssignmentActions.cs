using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Hosting.Problems;

namespace Campaign.Directives.Assignments;

/// <summary>
/// Who may do what about an assignment: the unit's secretary, or one above, its work; a post above the unit decides about it.
/// </summary>
internal static class AssignmentActions
{
    public static readonly ActionRule<Assignment> Acknowledge = ByUnit("acknowledge", assignment => assignment.AgainstAcknowledging());
    public static readonly ActionRule<Assignment> Plan = ByUnit("plan", assignment => assignment.AgainstPlanning());
    public static readonly ActionRule<Assignment> Begin = ByUnit("begin", assignment => assignment.AgainstBeginning());
    public static readonly ActionRule<Assignment> Report = ByUnit("report", assignment => assignment.AgainstReporting());
    public static readonly ActionRule<Assignment> AskExtension = ByUnit("ask-extension", assignment => assignment.AgainstDoing());
    public static readonly ActionRule<Assignment> Accept = BySuperior("accept", assignment => assignment.AgainstAccepting());
    public static readonly ActionRule<Assignment> Return = BySuperior("return", assignment => assignment.AgainstReturning());
    public static readonly ActionRule<Assignment> Close = BySuperior("close", assignment => assignment.AgainstClosing());
    public static readonly ActionRule<Assignment> Recall = BySuperior("recall", assignment => assignment.AgainstDoing());
    public static readonly ActionRule<Assignment> DecideExtension = BySuperior("decide-extension", assignment =>
        assignment.AgainstDeciding()
    );

    public static readonly IReadOnlyList<ActionRule<Assignment>> All =
    [
        Acknowledge,
        Plan,
        Begin,
        Report,
        AskExtension,
        Accept,
        Return,
        Close,
        Recall,
        DecideExtension,
    ];

    /// <summary>The inbox of a unit: what it is asked for.</summary>
    public static readonly ActionRule<string> Answer = new("answer", [Roles.Secretary], path => path);

    /// <summary>The list of what waits for a decision about the units below.</summary>
    public static readonly ActionRule<string> Decide = new("decide", DirectiveAccess.Superiors, path => path);

    private static ActionRule<Assignment> ByUnit(string name, Func<Assignment, Problem?> refusal) =>
        new(name, [Roles.Secretary], assignment => assignment.UnitPath, refusal);

    private static ActionRule<Assignment> BySuperior(string name, Func<Assignment, Problem?> refusal) =>
        new(name, DirectiveAccess.Superiors, assignment => DirectiveAccess.Above(assignment.UnitPath), refusal);
}
