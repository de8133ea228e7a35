using Campaign.Api.Directive;
using Campaign.Api.Problems;
using Campaign.Contracts;
using Campaign.Hosting.Problems;

namespace Campaign.Directives.Commitments;

/// <summary>
/// What a unit, or its head, promises to do (kế hoạch làm theo) and is followed until it is done: words go with deeds. Each rule
/// returns the events of what it changed and raises the version once for each change; a repeat changes nothing.
/// </summary>
public sealed class Commitment
{
    public const int MaxDeeds = 20;

    private readonly List<Deed> _deeds = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null for what a session resolved that belongs to none.</summary>
    public required Guid? CampaignId { get; init; }

    /// <summary>The session whose resolution it follows from; the others are told how far it comes.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>Of that session.</summary>
    public string? SessionTopic { get; init; }

    public required Guid UnitId { get; init; }
    public required string UnitPath { get; init; }

    /// <summary>The unit's district when it promised; stays, so that the events keep their order.</summary>
    public required string District { get; init; }

    /// <summary>The member who answers for it as the unit's head; null when the unit promises.</summary>
    public Guid? HeadId { get; init; }

    /// <summary>The document that it carries out.</summary>
    public Guid? DirectiveId { get; init; }

    /// <summary>What the unit was asked for and carries out so.</summary>
    public Guid? AssignmentId { get; init; }

    public required string Title { get; set; }
    public required DateOnly MadeOn { get; init; }
    public string State { get; private set; } = CommitmentStates.Open;

    /// <summary>The day of the first deed that is open and not reached; overdue once it has passed.</summary>
    public DateOnly? NextDueOn { get; private set; }

    /// <summary>Deeds whose target is reached and which nobody has confirmed.</summary>
    public int ToConfirm { get; private set; }

    /// <summary>The day on which the last deed was done.</summary>
    public DateOnly? FulfilledOn { get; private set; }

    public long Version { get; private set; } = 1;
    public IReadOnlyList<Deed> Deeds => _deeds;

    public bool IsOverdue(DateOnly today) => today > NextDueOn;

    /// <summary>Why nobody can correct it now; null when somebody can.</summary>
    internal Problem? AgainstCorrecting() => State == CommitmentStates.Open ? null : new Problem(DirectiveProblems.CommitmentSettled);

    /// <summary>Writes down the first deeds.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>: a deed is due before the promise.</exception>
    public Commitment Promising(IReadOnlyList<DeedDraft> deeds)
    {
        DemandLater(deeds);
        _deeds.AddRange(deeds.Select((deed, index) => New(deed, index + 1)));
        Look();
        return this;
    }

    /// <summary>Puts the words right: a deed that has not begun is changed, another added; none disappears.</summary>
    /// <exception cref="Problem"><c>commitment-settled</c> or <c>deed-begun</c> (409), <c>invalid-request</c>.</exception>
    public void Correct(string title, IReadOnlyList<DeedDraft> deeds, DateOnly today)
    {
        Problem.Throw(AgainstCorrecting());
        DemandLater(deeds);
        var kept = deeds.Where(deed => deed.Id is not null).Select(deed => deed.Id!.Value).ToList();
        Problem.Unless(kept.Order().SequenceEqual(_deeds.Select(deed => deed.Id).Order()), "deeds", DirectiveProblems.EveryDeed);
        var changed = title != Title;
        foreach (var deed in deeds)
        {
            changed |= deed.Id is not { } id || Of(id).Correct(deed, today);
        }

        _deeds.AddRange([.. deeds.Where(deed => deed.Id is null).Select((deed, index) => New(deed, kept.Count + index + 1))]);
        Title = title;
        Changed(changed);
    }

    /// <summary>Something was done for a deed.</summary>
    /// <exception cref="Problem"><c>deed-settled</c> (409), <c>not-found</c>.</exception>
    public void Enter(ProgressEntry entry)
    {
        Of(entry.DeedId).Enter(entry);
        Changed();
    }

    /// <exception cref="Problem"><c>deed-settled</c> (409), <c>not-found</c>.</exception>
    public void CorrectEntry(Guid deed, Guid entry, Action<ProgressEntry> correct)
    {
        Of(deed).CorrectEntry(entry, correct);
        Changed();
    }

    /// <summary>Somebody above has seen that a deed is done.</summary>
    /// <exception cref="Problem"><c>target-not-reached</c> or <c>deed-settled</c> (409), <c>not-found</c>.</exception>
    public IReadOnlyList<CampaignEvent> Confirm(Guid deed, DateOnly on, string by)
    {
        if (Of(deed).State == DeedStates.Confirmed)
        {
            return [];
        }

        Of(deed).Confirm(on, by);
        return Settle();
    }

    /// <summary>A deed is promised no longer, for a reason that everybody sees.</summary>
    /// <exception cref="Problem"><c>deed-settled</c> (409), <c>not-found</c>.</exception>
    public IReadOnlyList<CampaignEvent> Withdraw(Guid deed, string reason)
    {
        if (Of(deed).State == DeedStates.Withdrawn)
        {
            return [];
        }

        Of(deed).Withdraw(reason);
        return Settle();
    }

    private IReadOnlyList<CampaignEvent> Settle()
    {
        Changed();
        if (_deeds.Exists(deed => deed.IsOpen))
        {
            return [];
        }

        var confirmed = _deeds.FindAll(deed => deed.State == DeedStates.Confirmed);
        if (confirmed.Count == 0)
        {
            State = CommitmentStates.Withdrawn;
            return [];
        }

        State = CommitmentStates.Fulfilled;
        FulfilledOn = confirmed.Max(deed => deed.ReachedOn);
        return
        [
            new CommitmentFulfilled
            {
                District = District,
                CampaignId = CampaignId,
                AggregateId = Id,
                Version = Version,
                UnitId = UnitId,
                UnitPath = UnitPath,
                HeadId = HeadId,
                DirectiveId = DirectiveId,
                FulfilledOn = FulfilledOn!.Value,
                OnTime = confirmed.TrueForAll(deed => deed.ReachedOn <= deed.DueOn),
                Deeds = confirmed.Count,
                Withdrawn = _deeds.Count - confirmed.Count,
            },
        ];
    }

    private void Changed(bool changed = true)
    {
        Version += changed ? 1 : 0;
        Look();
    }

    private void Look()
    {
        NextDueOn = _deeds.Where(deed => deed.IsOpen && deed.ReachedOn is null).Min(deed => (DateOnly?)deed.DueOn);
        ToConfirm = _deeds.Count(deed => deed.IsOpen && deed.ReachedOn is not null);
    }

    private Deed Of(Guid id) => _deeds.Find(deed => deed.Id == id) ?? throw Problem.NotFound("deed of this commitment");

    private void DemandLater(IEnumerable<DeedDraft> deeds)
    {
        foreach (var (index, deed) in deeds.Index())
        {
            Problem.Unless(deed.DueOn >= MadeOn, $"deeds[{index}].dueOn", FieldCodes.TooEarly, ("earliest", MadeOn));
        }
    }

    private Deed New(DeedDraft deed, int no) =>
        new()
        {
            CommitmentId = Id,
            No = no,
            What = deed.What,
            Target = deed.Target,
            Measure = deed.Measure,
            DueOn = deed.DueOn,
        };
}
