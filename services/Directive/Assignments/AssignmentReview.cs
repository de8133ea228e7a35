using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Problems;

namespace Campaign.Directives.Assignments;

/// <summary>What superiors do about an assignment, and what a unit asks of them.</summary>
public sealed partial class Assignment
{
    /// <summary>The superior finds the work good.</summary>
    /// <exception cref="Problem"><c>nothing-reported</c> (409).</exception>
    public IReadOnlyList<CampaignEvent> Accept()
    {
        if (State is AssignmentStates.Accepted or AssignmentStates.Closed)
        {
            return [];
        }

        Problem.Throw(AgainstAccepting());
        State = AssignmentStates.Accepted;
        Version++;
        return [];
    }

    /// <summary>
    /// The superior sends the work back; it counts as not done again, and is announced anew where the due day has passed.
    /// </summary>
    /// <param name="dueOn">A new due day for mending it; null keeps the old one.</param>
    /// <exception cref="Problem"><c>nothing-reported</c> (409).</exception>
    public IReadOnlyList<CampaignEvent> Return(string reason, DateOnly? dueOn, DateOnly today)
    {
        Problem.Throw(AgainstReturning());
        PutOff(dueOn, today, "dueOn");
        State = AssignmentStates.Returned;
        CompletedOn = null;
        OverdueOn = null;
        Version++;
        return [ReturnedEvent(reason)];
    }

    /// <summary>Nothing more will be done about it.</summary>
    /// <exception cref="Problem"><c>not-accepted</c> (409).</exception>
    public IReadOnlyList<CampaignEvent> Close()
    {
        if (State == AssignmentStates.Closed)
        {
            return [];
        }

        Problem.Throw(AgainstClosing());
        State = AssignmentStates.Closed;
        Version++;
        return [];
    }

    /// <summary>The issuer no longer asks for it; it leaves every count. What is done stays done.</summary>
    /// <exception cref="Problem"><c>already-completed</c> (409).</exception>
    public IReadOnlyList<CampaignEvent> Recall(string reason)
    {
        if (State == AssignmentStates.Recalled)
        {
            return [];
        }

        Problem.Throw(AgainstDoing());
        State = AssignmentStates.Recalled;
        AskedUntil = null;
        Version++;
        return [RecalledEvent(reason)];
    }

    /// <summary>The unit asks for more time; a later request replaces one that nobody has decided about.</summary>
    /// <exception cref="Problem"><c>already-completed</c> or <c>assignment-recalled</c> (409), <c>invalid-request</c>.</exception>
    public IReadOnlyList<CampaignEvent> AskExtension(DateOnly until, DateOnly today)
    {
        Problem.Throw(AgainstDoing());
        DemandLater(until, today, "until");
        if (AskedUntil != until)
        {
            AskedUntil = until;
            Version++;
        }

        return [];
    }

    /// <summary>The superior grants more time, as asked or until another day.</summary>
    /// <exception cref="Problem"><c>no-extension-asked</c> (409).</exception>
    public IReadOnlyList<CampaignEvent> GrantExtension(DateOnly? until, DateOnly today)
    {
        Problem.Throw(AgainstDeciding());
        PutOff(until ?? AskedUntil, today, "until");
        AskedUntil = null;
        Version++;
        return [ExtendedEvent()];
    }

    /// <summary>The due day stays.</summary>
    /// <exception cref="Problem"><c>no-extension-asked</c> (409).</exception>
    public IReadOnlyList<CampaignEvent> RefuseExtension()
    {
        Problem.Throw(AgainstDeciding());
        AskedUntil = null;
        Version++;
        return [];
    }

    // what was overdue is in time again until the new day has passed
    private void PutOff(DateOnly? dueOn, DateOnly today, string field)
    {
        if (dueOn is not { } day)
        {
            return;
        }

        DemandLater(day, today, field);
        DueOn = day;
        OverdueOn = null;
    }

    private void DemandLater(DateOnly day, DateOnly today, string field)
    {
        var earliest = DueOn < today ? today : DueOn.AddDays(1);
        var latest = new DateOnly(IssuedOn.Year + 20, 12, 31);
        Problem.Unless(day >= earliest, field, FieldCodes.TooEarly, ("earliest", earliest));
        Problem.Unless(day <= latest, field, FieldCodes.TooLate, ("latest", latest));
    }

    /// <summary>Why nobody can accept it now; null when somebody can.</summary>
    internal Problem? AgainstAccepting() => State == AssignmentStates.Reported ? null : NothingReported();

    /// <summary>Why nobody can return it now; null when somebody can.</summary>
    internal Problem? AgainstReturning() => State is AssignmentStates.Reported or AssignmentStates.Accepted ? null : NothingReported();

    /// <summary>Why nobody can close it now; null when somebody can.</summary>
    internal Problem? AgainstClosing() => State == AssignmentStates.Accepted ? null : new Problem(DirectiveProblems.NotAccepted);

    /// <summary>Why nobody can decide about more time now; null when somebody can.</summary>
    internal Problem? AgainstDeciding() => AskedUntil is null ? new Problem(DirectiveProblems.NoExtensionAsked) : null;

    private static Problem NothingReported() => new(DirectiveProblems.NothingReported);
}
