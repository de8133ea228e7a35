using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;

namespace Campaign.Directives.Assignments;

/// <summary>The part of a unit in a document: one leads, some co-operate, the others carry it out.</summary>
public static class AssignmentParts
{
    public const string Lead = "lead";
    public const string Cooperates = "co-operates";
    public const int MaxCooperating = 50;

    /// <summary>The part of a unit; null for one that carries the document out.</summary>
    public static string? Of(Guid unit, Guid? lead, IReadOnlyCollection<Guid>? cooperating) =>
        unit == lead ? Lead
        : cooperating?.Contains(unit) == true ? Cooperates
        : null;

    /// <exception cref="Problem"><c>invalid-request</c>: some co-operate with nobody, or with themselves, or are too many.</exception>
    public static void Check(Guid? lead, IReadOnlyCollection<Guid> cooperating)
    {
        Problem.Unless(lead is not null || cooperating.Count == 0, "cooperatingUnitIds", DirectiveProblems.LeaderNeeded);
        Problem.Unless(lead is null || !cooperating.Contains(lead.Value), "cooperatingUnitIds", DirectiveProblems.LeadsAlready);
        Problem.Unless(cooperating.Count <= MaxCooperating, "cooperatingUnitIds", FieldCodes.Count, ("min", 0), ("max", MaxCooperating));
    }

    /// <summary>
    /// The status of what a unit was asked for altogether, which is the document's when the unit leads: that of the least advanced
    /// of its assignments. What was recalled does not count, unless all of it was.
    /// </summary>
    public static string StateOf(IEnumerable<string> states) =>
        states.MinBy(state => state == AssignmentStates.Recalled ? int.MaxValue : s_order.IndexOf(state)) ?? AssignmentStates.Issued;

    // work that was sent back is further behind than work that is under way
    private static readonly List<string> s_order =
    [
        AssignmentStates.Issued,
        AssignmentStates.Acknowledged,
        AssignmentStates.Returned,
        AssignmentStates.Planned,
        AssignmentStates.InProgress,
        AssignmentStates.Reported,
        AssignmentStates.Accepted,
        AssignmentStates.Closed,
    ];
}
