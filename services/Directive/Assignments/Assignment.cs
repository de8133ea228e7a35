using Campaign.Contracts;
using Campaign.Defaults.Audit;
using Campaign.Defaults.Problems;

namespace Campaign.Directives.Assignments;

/// <summary>States of an assignment; they only move forward.</summary>
public static class AssignmentStates
{
    public const string Issued = "issued";
    public const string Acknowledged = "acknowledged";
    public const string Completed = "completed";

    public static readonly IReadOnlyList<string> All = [Issued, Acknowledged, Completed];
}

/// <summary>
/// One thing that a directive asks of one unit. Each rule returns the events of what it changed, none when nothing did, so
/// that a repeat has no effect.
/// </summary>
[NotAudited]
public sealed partial class Assignment
{
    public required Guid Id { get; init; }
    public required Guid DirectiveId { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }

    /// <summary>The unit's district when it was asked; stays, so that the events of an assignment keep their order.</summary>
    public required string District { get; init; }

    /// <summary>One of <see cref="RequirementKinds"/>.</summary>
    public required string Requirement { get; init; }

    public required string Title { get; init; }
    public required DateOnly DueOn { get; init; }

    /// <summary>The day on which the unit was asked in this system.</summary>
    public required DateOnly IssuedOn { get; init; }

    public string State { get; private set; } = AssignmentStates.Issued;
    public DateOnly? AcknowledgedOn { get; private set; }
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>The day on which it was announced as overdue; stays when it is completed late.</summary>
    public DateOnly? OverdueOn { get; private set; }

    public Guid? SessionId { get; private set; }
    public string? Report { get; private set; }
    public long Version { get; private set; } = 1;

    /// <summary>
    /// The due day has passed and it is not complete. A unit is not overdue on the day it was asked: what is entered
    /// afterwards from paper has that day to be caught up with.
    /// </summary>
    public bool IsOverdue(DateOnly today) => State != AssignmentStates.Completed && today > DueOn && today > IssuedOn;

    /// <summary>The unit has received and understood it; completes a requirement that asks for no more.</summary>
    public IReadOnlyList<CampaignEvent> Acknowledge(DateOnly on) =>
        State != AssignmentStates.Issued ? []
        : Requirement == RequirementKinds.Acknowledge ? Complete(on, null)
        : [Acknowledged(on)];

    /// <summary>The unit reports what it did; completes a requirement that asks for a report.</summary>
    /// <exception cref="Problem"><c>no-report-asked</c> or <c>already-completed</c> (409).</exception>
    public IReadOnlyList<CampaignEvent> HandIn(string report, DateOnly on)
    {
        if (Requirement != RequirementKinds.Report)
        {
            throw Problem.Conflict("no-report-asked", Requirement == RequirementKinds.Acknowledge
                ? "This assignment asks to be acknowledged, not for a report. Acknowledge it."
                : "This assignment asks for a session, not for a report. Hold the session and close it.");
        }

        if (State == AssignmentStates.Completed)
        {
            throw Problem.Conflict("already-completed", "The report was handed in before and stays as it is.");
        }

        Report = report;
        return Complete(on, null);
    }

    /// <summary>A session of the unit took place; completes a requirement that asks for one of this kind.</summary>
    public IReadOnlyList<CampaignEvent> HoldSession(Guid session, Guid unit, string kind, DateOnly heldOn) =>
        unit == UnitId && kind == Requirement ? Complete(heldOn, session) : [];

    /// <summary>Announces, once, that it is overdue.</summary>
    public IReadOnlyList<CampaignEvent> FallDue(DateOnly today)
    {
        if (OverdueOn is not null || !IsOverdue(today))
        {
            return [];
        }

        OverdueOn = today;
        Version++;
        return
        [
            new AssignmentOverdue
            {
                District = District, CampaignId = CampaignId, AggregateId = Id, Version = Version,
                DirectiveId = DirectiveId, UnitId = UnitId, UnitPath = UnitPath, DueOn = DueOn,
            },
        ];
    }

    /// <summary>The event of having been asked.</summary>
    public AssignmentIssued Issued() => new()
    {
        District = District,
        CampaignId = CampaignId,
        AggregateId = Id,
        Version = Version,
        DirectiveId = DirectiveId,
        UnitId = UnitId,
        UnitPath = UnitPath,
        Requirement = Requirement,
        Title = Title,
        DueOn = DueOn,
    };

    // who did what was asked has also received it
    private IReadOnlyList<CampaignEvent> Complete(DateOnly on, Guid? session) => State switch
    {
        AssignmentStates.Completed => [],
        AssignmentStates.Issued => [Acknowledged(on), Completed(on, session)],
        _ => [Completed(on, session)],
    };

    private AssignmentAcknowledged Acknowledged(DateOnly on)
    {
        State = AssignmentStates.Acknowledged;
        AcknowledgedOn = on;
        Version++;
        return new AssignmentAcknowledged
        {
            District = District,
            CampaignId = CampaignId,
            AggregateId = Id,
            Version = Version,
            DirectiveId = DirectiveId,
            UnitId = UnitId,
            UnitPath = UnitPath,
            AcknowledgedOn = on,
        };
    }

    private AssignmentCompleted Completed(DateOnly on, Guid? session)
    {
        State = AssignmentStates.Completed;
        CompletedOn = on;
        SessionId = session;
        Version++;
        return new AssignmentCompleted
        {
            District = District,
            CampaignId = CampaignId,
            AggregateId = Id,
            Version = Version,
            DirectiveId = DirectiveId,
            UnitId = UnitId,
            UnitPath = UnitPath,
            Requirement = Requirement,
            CompletedOn = on,
            OnTime = on <= DueOn,
            SessionId = session,
        };
    }
}
