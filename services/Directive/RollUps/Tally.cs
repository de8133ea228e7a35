using Campaign.Api.Directive;
using Campaign.Directives.Assignments;

namespace Campaign.Directives.RollUps;

/// <summary>Numbers of assignments; of one assignment, what it counts for.</summary>
/// <param name="Assignments">Asked and not recalled.</param>
/// <param name="Acknowledged">Received and understood.</param>
/// <param name="Completed">Done, whether anybody has looked at it or not.</param>
/// <param name="OnTime">Of those done, by the due day.</param>
/// <param name="Overdue">Announced as overdue and open.</param>
/// <param name="Returned">Sent back and not done again.</param>
/// <param name="Reported">Done and waiting for a superior.</param>
public readonly record struct Tally(int Assignments, int Acknowledged, int Completed, int OnTime, int Overdue, int Returned, int Reported)
{
    public static Tally Of(Assignment assignment) =>
        assignment.State == AssignmentStates.Recalled
            ? default
            : new(
                1,
                One(assignment.AcknowledgedOn is not null),
                One(assignment.CompletedOn is not null),
                One(assignment.CompletedOn <= assignment.DueOn),
                One(assignment.OverdueOn is not null && assignment.IsOpen),
                One(assignment.State == AssignmentStates.Returned),
                One(assignment.State == AssignmentStates.Reported)
            );

    public static Tally operator +(Tally one, Tally other) =>
        new(
            one.Assignments + other.Assignments,
            one.Acknowledged + other.Acknowledged,
            one.Completed + other.Completed,
            one.OnTime + other.OnTime,
            one.Overdue + other.Overdue,
            one.Returned + other.Returned,
            one.Reported + other.Reported
        );

    public static Tally operator -(Tally one, Tally other) =>
        new(
            one.Assignments - other.Assignments,
            one.Acknowledged - other.Acknowledged,
            one.Completed - other.Completed,
            one.OnTime - other.OnTime,
            one.Overdue - other.Overdue,
            one.Returned - other.Returned,
            one.Reported - other.Reported
        );

    private static int One(bool counts) => counts ? 1 : 0;
}
