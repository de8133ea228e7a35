using Campaign.Api.Evaluation;

namespace Campaign.Evaluation.RuleSets;

/// <summary>Bounds, inclusive, on what the evidence shows.</summary>
public sealed record HardCondition(string Rank, string Measure, decimal? AtLeast, decimal? AtMost)
{
    /// <exception cref="ArgumentOutOfRangeException">The catalogue names a measure that does not exist.</exception>
    public bool HoldsFor(Evidence evidence)
    {
        var value = Measures.Of(Measure, evidence);
        return (AtLeast is null || value >= AtLeast) && (AtMost is null || value <= AtMost);
    }
}

/// <summary>What conditions can bound.</summary>
public static class Measures
{
    public const string AssignmentsLate = "assignments-late";
    public const string AssignmentsOpen = "assignments-open";

    /// <summary>Late among all that are finished or due, 0–100.</summary>
    public const string AssignmentsLatePercent = "assignments-late-percent";

    /// <summary>Attended among those expected and not excused, 0–100; 100 where nothing was expected.</summary>
    public const string AttendancePercent = "attendance-percent";

    public static readonly IReadOnlyList<string> All = [AssignmentsLate, AssignmentsOpen, AssignmentsLatePercent, AttendancePercent];

    public static decimal Of(string measure, Evidence evidence) =>
        measure switch
        {
            AssignmentsLate => evidence.AssignmentsLate,
            AssignmentsOpen => evidence.AssignmentsOpen,
            AssignmentsLatePercent => Percent(evidence.AssignmentsLate, evidence.AssignmentsLate + evidence.AssignmentsOnTime, whenNone: 0),
            AttendancePercent => Percent(evidence.SessionsAttended, evidence.SessionsExpected - evidence.SessionsExcused, whenNone: 100),
            _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "There is no such measure."),
        };

    private static decimal Percent(int part, int whole, decimal whenNone) => whole <= 0 ? whenNone : 100m * part / whole;
}
