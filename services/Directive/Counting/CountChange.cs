using Campaign.Contracts;
using Campaign.Directives.Assignments;

namespace Campaign.Directives.Counting;

/// <summary>What a change of assignments adds to the counts of a directive in a district.</summary>
public sealed record CountChange(Guid DirectiveId, string District, int Assignments, int Acknowledged, int Completed, int Overdue)
{
    /// <summary>What one event of an assignment adds.</summary>
    public static CountChange Of(Assignment assignment, CampaignEvent @event) => @event switch
    {
        AssignmentIssued => None(assignment) with { Assignments = 1 },
        AssignmentAcknowledged => None(assignment) with { Acknowledged = 1 },
        AssignmentCompleted => None(assignment) with { Completed = 1, Overdue = assignment.OverdueOn is null ? 0 : -1 },
        AssignmentOverdue => None(assignment) with { Overdue = 1 },
        _ => throw new ArgumentException($"{@event.GetType().Name} is not an event of an assignment.", nameof(@event)),
    };

    /// <summary>One change per directive and district, in a fixed order so that two transactions cannot wait for each other.</summary>
    public static IReadOnlyList<CountChange> Sum(IEnumerable<CountChange> changes) =>
    [
        .. changes.GroupBy(change => (change.DirectiveId, change.District))
            .Select(group => new CountChange(group.Key.DirectiveId, group.Key.District,
                group.Sum(c => c.Assignments), group.Sum(c => c.Acknowledged), group.Sum(c => c.Completed), group.Sum(c => c.Overdue)))
            .OrderBy(change => change.DirectiveId).ThenBy(change => change.District, StringComparer.Ordinal),
    ];

    private static CountChange None(Assignment assignment) => new(assignment.DirectiveId, assignment.District, 0, 0, 0, 0);
}
