using Campaign.Api.Directive;
using Campaign.Hosting.Problems;
using Campaign.ServiceDefaults.Audit;

namespace Campaign.Directives.Commitments;

/// <summary>One measurable thing that is promised, and how far it has come by the progress that was entered.</summary>
public sealed class Deed
{
    public const int MaxEntries = 200;

    private readonly List<ProgressEntry> _entries = [];

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid CommitmentId { get; init; }

    /// <summary>Its place among the deeds, from 1.</summary>
    public required int No { get; init; }

    public required string What { get; set; }

    /// <summary>How much is promised, in <see cref="Measure"/>.</summary>
    public required decimal Target { get; set; }

    /// <summary>What is counted.</summary>
    public required string Measure { get; set; }

    /// <summary>Last day on which it is in time.</summary>
    public required DateOnly DueOn { get; set; }

    public string State { get; private set; } = DeedStates.Open;

    /// <summary>The sum of the entries.</summary>
    public decimal Done { get; private set; }

    /// <summary>The day on which the entries reached the target.</summary>
    public DateOnly? ReachedOn { get; private set; }

    public DateOnly? ConfirmedOn { get; private set; }

    [AuditedByName]
    public string? ConfirmedBy { get; private set; }
    public string? WithdrawnBecause { get; private set; }
    public IReadOnlyList<ProgressEntry> Entries => _entries;

    public bool IsOpen => State == DeedStates.Open;

    public bool IsOverdue(DateOnly today) => IsOpen && ReachedOn is null && today > DueOn;

    public DeedView View(DateOnly today, IReadOnlyList<string> may) =>
        new(Id, What, Target, Measure, DueOn, Done, State, IsOverdue(today), ReachedOn, ConfirmedOn, ConfirmedBy, WithdrawnBecause)
        {
            May = may,
        };

    /// <returns>Whether anything changes.</returns>
    /// <exception cref="Problem"><c>deed-begun</c> (409): what was promised stands once something was done for it, or its day has
    /// passed.</exception>
    internal bool Correct(DeedDraft to, DateOnly today)
    {
        if ((to.What, to.Target, to.Measure, to.DueOn) == (What, Target, Measure, DueOn))
        {
            return false;
        }

        if (!IsOpen || _entries.Count > 0 || today > DueOn)
        {
            throw new Problem(DirectiveProblems.DeedBegun, ("what", What));
        }

        (What, Target, Measure, DueOn) = (to.What, to.Target, to.Measure, to.DueOn);
        return true;
    }

    /// <exception cref="Problem"><c>deed-settled</c> or <c>deed-full</c> (409).</exception>
    internal void Enter(ProgressEntry entry)
    {
        Problem.Throw(AgainstChanging());
        if (_entries.Count >= MaxEntries)
        {
            throw new Problem(DirectiveProblems.DeedFull, ("max", MaxEntries));
        }

        _entries.Add(entry);
        Sum();
    }

    /// <exception cref="Problem"><c>deed-settled</c> (409), <c>not-found</c>.</exception>
    internal void CorrectEntry(Guid id, Action<ProgressEntry> correct)
    {
        var entry = _entries.Find(known => known.Id == id) ?? throw Problem.NotFound("progress of this deed");
        Problem.Throw(AgainstChanging());
        correct(entry);
        Sum();
    }

    /// <exception cref="Problem"><c>deed-settled</c> or <c>target-not-reached</c> (409).</exception>
    internal void Confirm(DateOnly on, string by)
    {
        Problem.Throw(AgainstConfirming());
        (State, ConfirmedOn, ConfirmedBy) = (DeedStates.Confirmed, on, by);
    }

    /// <exception cref="Problem"><c>deed-settled</c> (409).</exception>
    internal void Withdraw(string reason)
    {
        Problem.Throw(AgainstChanging());
        (State, WithdrawnBecause) = (DeedStates.Withdrawn, reason);
    }

    // in the order of the days, whatever the order in which they were entered
    private void Sum()
    {
        (Done, ReachedOn) = (0, null);
        foreach (var entry in _entries.OrderBy(entry => entry.On))
        {
            Done += entry.Amount;
            ReachedOn ??= Done >= Target ? entry.On : null;
        }
    }

    /// <summary>Why it stays as it is; null while it is open.</summary>
    internal Problem? AgainstChanging() => IsOpen ? null : new Problem(DirectiveProblems.DeedSettled);

    /// <summary>Why nobody can confirm it now; null when somebody can.</summary>
    internal Problem? AgainstConfirming() =>
        AgainstChanging()
        ?? (
            ReachedOn is null
                ? new Problem(DirectiveProblems.TargetNotReached, ("done", Done), ("target", Target), ("measure", Measure))
                : null
        );
}
