namespace Campaign.Api.Directive;

/// <summary>What a unit, or its head, promises to do (kế hoạch làm theo), beside what has been done.</summary>
/// <param name="CampaignId">Null for what a session resolved that belongs to none.</param>
/// <param name="HeadId">The member who answers for it, as the unit's head or by a resolution; null when the unit promises.</param>
/// <param name="Symbol">Of the document that it carries out.</param>
/// <param name="State"><c>open</c>, <c>fulfilled</c> (every deed that was not withdrawn is confirmed) or <c>withdrawn</c>.</param>
/// <param name="Overdue">A deed's day has passed and its target is not reached.</param>
/// <param name="FulfilledOn">The day on which the last deed was done.</param>
public sealed record CommitmentView(
    Guid Id,
    Guid? CampaignId,
    Guid UnitId,
    string UnitName,
    string UnitPath,
    Guid? HeadId,
    string? HeadName,
    Guid? DirectiveId,
    string? Symbol,
    Guid? AssignmentId,
    string Title,
    DateOnly MadeOn,
    string State,
    bool Overdue,
    DateOnly? FulfilledOn,
    IReadOnlyList<DeedView> Deeds,
    long Version
)
{
    /// <summary>What the caller may do with it now: <c>correct</c>.</summary>
    public IReadOnlyList<string> May { get; init; } = [];

    /// <summary>The session whose resolution it follows from.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>What that session was about.</summary>
    public string? SessionTopic { get; init; }
}

/// <param name="Target">How much is promised, in <paramref name="Measure"/>; up to 2 decimals.</param>
/// <param name="Measure">What is counted, e.g. <c>ngõ văn minh đô thị</c>.</param>
/// <param name="DueOn">Last day on which it is in time.</param>
/// <param name="Done">How much is done by the progress that was entered.</param>
/// <param name="State"><c>open</c>, <c>confirmed</c> or <c>withdrawn</c>.</param>
/// <param name="ReachedOn">The day on which the target was reached.</param>
public sealed record DeedView(
    Guid Id,
    string What,
    decimal Target,
    string Measure,
    DateOnly DueOn,
    decimal Done,
    string State,
    bool Overdue,
    DateOnly? ReachedOn,
    DateOnly? ConfirmedOn,
    string? ConfirmedBy,
    string? WithdrawnBecause
)
{
    /// <summary>
    /// What the caller may do with it now: <c>enter-progress</c>, <c>correct-progress</c>, <c>withdraw</c>, <c>confirm</c>.
    /// </summary>
    public IReadOnlyList<string> May { get; init; } = [];
}

/// <param name="HeadId">A member of the unit or below it who answers as its head; null for the unit itself.</param>
/// <param name="DirectiveId">A document on record in the campaign that it carries out.</param>
/// <param name="AssignmentId">What the unit was asked for and carries out so; names the document.</param>
/// <param name="Title">1–300 characters.</param>
/// <param name="Deeds">1–20.</param>
public sealed record MakeCommitment(
    Guid CampaignId,
    Guid UnitId,
    Guid? HeadId,
    Guid? DirectiveId,
    Guid? AssignmentId,
    string Title,
    IReadOnlyList<DeedDraft> Deeds
)
{
    /// <summary>Day of the promise when it is entered afterwards from paper; null is today.</summary>
    public DateOnly? On { get; init; }
}

/// <param name="Id">The deed that is corrected; null promises another.</param>
/// <param name="What">1–500 characters.</param>
/// <param name="Target">More than 0, at most 1,000,000,000, with 2 decimals at most.</param>
/// <param name="Measure">1–100 characters.</param>
public sealed record DeedDraft(Guid? Id, string What, decimal Target, string Measure, DateOnly DueOn);

/// <summary>The commitment as it shall read: every deed is named; one that is no longer wanted is withdrawn instead.</summary>
public sealed record CorrectCommitment(string Title, IReadOnlyList<DeedDraft> Deeds);

/// <param name="On">The day it was done; null is today.</param>
/// <param name="Amount">How much was done, in the deed's measure; more than 0.</param>
/// <param name="Evidence">Who can see it where, in words; 1–2,000 characters.</param>
/// <param name="Link">An http or https address of a photograph, a record or a report; 500 characters at most.</param>
public sealed record DeedProgress(DateOnly? On, decimal Amount, string Evidence, string? Link);

public sealed record DeedProgressView(
    Guid Id,
    Guid DeedId,
    DateOnly On,
    decimal Amount,
    string Evidence,
    string? Link,
    DateTimeOffset At,
    string By
);

public sealed record WithdrawDeed(string Reason);

/// <summary>Commitments of units and their heads, through the gateway.</summary>
public sealed partial class DirectiveClient
{
    /// <param name="holder"><c>unit</c> or <c>head</c>.</param>
    /// <param name="state">A state, <c>overdue</c>, or <c>to-confirm</c> (a target is reached and nobody above has confirmed it).</param>
    public Task<Page<CommitmentView>> CommitmentsAsync(
        Guid? campaign = null,
        Guid? unit = null,
        string? under = null,
        string? holder = null,
        string? state = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) =>
        GetAsync<Page<CommitmentView>>(
            Query(
                "commitments",
                ("campaign", campaign),
                ("unit", unit),
                ("under", under),
                ("holder", holder),
                ("state", state),
                ("cursor", cursor),
                ("limit", limit)
            ),
            ct
        );

    public Task<CommitmentView> CommitmentAsync(Guid id, CancellationToken ct = default) =>
        GetAsync<CommitmentView>($"commitments/{id}", ct);

    public Task<CommitmentView> MakeCommitmentAsync(MakeCommitment commitment, string? key = null, CancellationToken ct = default) =>
        PostAsync<CommitmentView>("commitments", commitment, ct, key);

    /// <summary>Corrects what has not begun. Problem <c>deed-begun</c> for a deed that has: the word stands.</summary>
    public Task<CommitmentView> CorrectCommitmentAsync(
        Guid id,
        long version,
        CorrectCommitment commitment,
        CancellationToken ct = default
    ) => PutAsync<CommitmentView>($"commitments/{id}", version, commitment, ct);

    /// <summary>What was entered about a deed, by day.</summary>
    public Task<Page<DeedProgressView>> ProgressAsync(
        Guid commitment,
        Guid deed,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) =>
        GetAsync<Page<DeedProgressView>>(
            Query($"commitments/{commitment}/deeds/{deed}/progress", ("cursor", cursor), ("limit", limit)),
            ct
        );

    public Task<CommitmentView> EnterProgressAsync(
        Guid commitment,
        Guid deed,
        DeedProgress progress,
        string? key = null,
        CancellationToken ct = default
    ) => PostAsync<CommitmentView>($"commitments/{commitment}/deeds/{deed}/progress", progress, ct, key);

    public Task<CommitmentView> CorrectProgressAsync(
        Guid commitment,
        Guid deed,
        Guid entry,
        long version,
        DeedProgress progress,
        CancellationToken ct = default
    ) => PutAsync<CommitmentView>($"commitments/{commitment}/deeds/{deed}/progress/{entry}", version, progress, ct);

    /// <summary>A superior has seen that it is done. Problem <c>target-not-reached</c> while it is not.</summary>
    public Task<CommitmentView> ConfirmDeedAsync(Guid commitment, Guid deed, string? key = null, CancellationToken ct = default) =>
        PostAsync<CommitmentView>($"commitments/{commitment}/deeds/{deed}/confirm", new { }, ct, key);

    public Task<CommitmentView> WithdrawDeedAsync(
        Guid commitment,
        Guid deed,
        WithdrawDeed withdraw,
        string? key = null,
        CancellationToken ct = default
    ) => PostAsync<CommitmentView>($"commitments/{commitment}/deeds/{deed}/withdraw", withdraw, ct, key);
}
