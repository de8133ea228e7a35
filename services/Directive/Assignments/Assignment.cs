using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.Requirements;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;

namespace Campaign.Directives.Assignments;

/// <summary>
/// One thing that a directive asks of one unit; here what the unit does about it. Each rule returns the events of what it
/// changed and raises the version once for each change; a repeat changes nothing.
/// </summary>
[NotAudited]
public sealed partial class Assignment
{
    public required Guid Id { get; init; }
    public required Guid DirectiveId { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid UnitId { get; set; }
    public required string UnitPath { get; set; }

    /// <summary>The unit's district when it was asked; stays, so that the events of an assignment keep their order.</summary>
    public required string District { get; init; }

    /// <summary>Which of the directive's requirements, from 0.</summary>
    public int RequirementNo { get; init; }

    /// <summary>Code of the catalogue, see <see cref="RequirementKind"/>, as of the day of issue.</summary>
    public required string Requirement { get; init; }

    /// <summary>What completes it, as the catalogue said on the day of issue; one of <see cref="Completions"/>.</summary>
    public required string Completion { get; init; }

    public required string Title { get; init; }

    /// <summary>One of <see cref="AssignmentParts"/>; stays with the work when another unit takes it over.</summary>
    public string? Part { get; init; }

    /// <summary>Last day on which it is in time; an extension moves it.</summary>
    public required DateOnly DueOn { get; set; }

    /// <summary>The day on which the unit was asked in this system.</summary>
    public required DateOnly IssuedOn { get; init; }

    public string State { get; private set; } = AssignmentStates.Issued;
    public DateOnly? AcknowledgedOn { get; private set; }

    /// <summary>The day on which it was done; none again when the work was returned.</summary>
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>The day on which it was announced as overdue; stays when it is completed late, goes when the due day is put off.</summary>
    public DateOnly? OverdueOn { get; private set; }

    /// <summary>The due day that the unit has asked for and nobody has decided about.</summary>
    public DateOnly? AskedUntil { get; private set; }

    /// <summary>The session that it is planned by, or that completed it.</summary>
    public Guid? SessionId { get; private set; }

    public string? Report { get; private set; }

    /// <summary>The next day on which to see whether the unit is to be reminded; kept by <see cref="Reminders.ReminderSweep"/>.</summary>
    public DateOnly RemindOn { get; private set; } = DateOnly.MinValue;

    public long Version { get; private set; } = 1;

    /// <summary>The unit has still to do something.</summary>
    public bool IsOpen => AssignmentStates.Open.Contains(State);

    /// <summary>
    /// The due day has passed and it is open. A unit is not overdue on the day it was asked: what is entered afterwards from
    /// paper has that day to be caught up with.
    /// </summary>
    public bool IsOverdue(DateOnly today) => IsOpen && today > DueOn && today > IssuedOn;

    /// <summary>The unit has received and understood it; closes a requirement that asks for no more.</summary>
    public IReadOnlyList<CampaignEvent> Acknowledge(DateOnly on) =>
        State != AssignmentStates.Issued ? []
        : Completion == Completions.Acknowledgement ? Complete(on, null, AssignmentStates.Closed)
        : [Acknowledged(on)];

    /// <summary>The unit has laid down how and when it will do it.</summary>
    /// <exception cref="Problem"><c>nothing-to-plan</c>, <c>already-completed</c> or <c>assignment-recalled</c> (409).</exception>
    public IReadOnlyList<CampaignEvent> Plan(DateOnly on)
    {
        Problem.Throw(AgainstWorking());
        return State is AssignmentStates.Issued or AssignmentStates.Acknowledged ? MoveOn(AssignmentStates.Planned, on) : [];
    }

    /// <summary>The unit is at it.</summary>
    /// <exception cref="Problem"><c>nothing-to-plan</c>, <c>already-completed</c> or <c>assignment-recalled</c> (409).</exception>
    public IReadOnlyList<CampaignEvent> Begin(DateOnly on)
    {
        Problem.Throw(AgainstWorking());
        return State == AssignmentStates.InProgress ? [] : MoveOn(AssignmentStates.InProgress, on);
    }

    /// <summary>The unit reports what it did; completes a requirement that asks for a report.</summary>
    /// <exception cref="Problem"><c>no-report-asked</c>, <c>already-completed</c> or <c>assignment-recalled</c> (409).</exception>
    public IReadOnlyList<CampaignEvent> HandIn(string report, DateOnly on)
    {
        Problem.Throw(AgainstReporting());
        Report = report;
        return Complete(on, null, AssignmentStates.Reported);
    }

    /// <summary>A session of the unit is on the calendar; plans a requirement that asks for one of this kind.</summary>
    public IReadOnlyList<CampaignEvent> ScheduleSession(Guid session, Guid unit, string kind, DateOnly on)
    {
        if (unit != UnitId || !AsksFor(kind) || State is not (AssignmentStates.Issued or AssignmentStates.Acknowledged))
        {
            return [];
        }

        SessionId = session;
        return MoveOn(AssignmentStates.Planned, on);
    }

    /// <summary>
    /// The session that it was planned by does not take place: it is to be planned again. What the unit planned otherwise stays.
    /// </summary>
    public IReadOnlyList<CampaignEvent> CancelSession(Guid session)
    {
        if (SessionId == session && State == AssignmentStates.Planned)
        {
            SessionId = null;
            State = AssignmentStates.Acknowledged;
            Version++;
        }

        return [];
    }

    /// <summary>
    /// A session of the unit took place; closes a requirement that asks for one of this kind: its minutes are the report.
    /// </summary>
    public IReadOnlyList<CampaignEvent> HoldSession(Guid session, Guid unit, string kind, DateOnly heldOn) =>
        unit == UnitId && AsksFor(kind) && IsOpen ? Complete(heldOn, session, AssignmentStates.Closed) : [];

    /// <summary>Announces that it is overdue, once for each due day.</summary>
    public IReadOnlyList<CampaignEvent> FallDue(DateOnly today)
    {
        if (OverdueOn is not null || !IsOverdue(today))
        {
            return [];
        }

        OverdueOn = today;
        Version++;
        return [OverdueEvent()];
    }

    /// <summary>Why the unit cannot acknowledge it now; null when it can.</summary>
    internal Problem? AgainstAcknowledging() => State == AssignmentStates.Issued ? null : AgainstDoing() ?? DoneAlready();

    /// <summary>Why the unit cannot plan it now; null when it can.</summary>
    internal Problem? AgainstPlanning() =>
        AgainstWorking() ?? (State is AssignmentStates.Issued or AssignmentStates.Acknowledged ? null : DoneAlready());

    /// <summary>Why the unit cannot begin it now; null when it can.</summary>
    internal Problem? AgainstBeginning() => AgainstWorking() ?? (State == AssignmentStates.InProgress ? DoneAlready() : null);

    /// <summary>Why the unit cannot report about it now; null when it can.</summary>
    internal Problem? AgainstReporting() =>
        Completion == Completions.Report ? AgainstDoing() : new Problem(DirectiveProblems.NoReportAsked);

    /// <summary>Why the unit has nothing to do about it; null when it has.</summary>
    internal Problem? AgainstDoing() =>
        State == AssignmentStates.Recalled ? new Problem(DirectiveProblems.AssignmentRecalled)
        : !IsOpen ? new Problem(DirectiveProblems.AlreadyCompleted)
        : null;

    private Problem? AgainstWorking() =>
        AgainstDoing() ?? (Completion == Completions.Acknowledgement ? new Problem(DirectiveProblems.NothingToPlan) : null);

    private static Problem DoneAlready() => new(DirectiveProblems.DoneAlready);

    private bool AsksFor(string sessionKind) => Completion == Completions.Session && Requirement == sessionKind;

    // who did what was asked has also received it
    private IReadOnlyList<CampaignEvent> Complete(DateOnly on, Guid? session, string state) =>
        State == AssignmentStates.Issued ? [Acknowledged(on), Completed(on, session, state)] : [Completed(on, session, state)];

    private IReadOnlyList<CampaignEvent> MoveOn(string state, DateOnly on)
    {
        IReadOnlyList<CampaignEvent> happened = State == AssignmentStates.Issued ? [Acknowledged(on)] : [];
        State = state;
        Version++;
        return happened;
    }

    private AssignmentAcknowledged Acknowledged(DateOnly on)
    {
        State = AssignmentStates.Acknowledged;
        AcknowledgedOn = on;
        Version++;
        return AcknowledgedEvent(on);
    }

    private AssignmentCompleted Completed(DateOnly on, Guid? session, string state)
    {
        State = state;
        CompletedOn = on;
        SessionId = session;
        AskedUntil = null;
        Version++;
        return CompletedEvent(on, session);
    }
}
