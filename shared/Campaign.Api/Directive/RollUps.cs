namespace Campaign.Api.Directive;

/// <summary>How far a directive has come in a unit's subtree.</summary>
/// <param name="Requirements">What the directive asks for.</param>
/// <param name="Unit">The unit with everything below it.</param>
/// <param name="Below">The units directly below it, each with everything below that.</param>
public sealed record RollUpView(IReadOnlyList<RollUpRequirement> Requirements, RollUpUnit Unit, Page<RollUpUnit> Below);

public sealed record RollUpRequirement(int No, [property: CodeOf("requirement-kinds")] string Kind, string Title, DateOnly DueOn);

/// <param name="UnitId">Null when the unit is not known here any more.</param>
/// <param name="HasBelow">Whether units below it are asked for something.</param>
/// <param name="Figures">One for each requirement that somebody is asked for.</param>
public sealed record RollUpUnit(Guid? UnitId, string Path, string Name, bool HasBelow, IReadOnlyList<RollUpFigures> Figures);

/// <summary>Numbers of assignments. What is completed late and what is overdue and open are both late.</summary>
/// <param name="Returned">Sent back and not done again.</param>
/// <param name="Reported">Done and waiting for a superior.</param>
public sealed record RollUpFigures(
    int RequirementNo,
    int Issued,
    int Acknowledged,
    int Completed,
    int OnTime,
    int Late,
    int Overdue,
    int Returned,
    int Reported
);

public sealed record LateUnit(Guid? UnitId, string Path, string Name, int Issued, int Late, int Overdue);
