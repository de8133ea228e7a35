namespace Campaign.Api.Session;

/// <summary>What happens in a session, as it is written down.</summary>
/// <param name="Now">The server's clock, for what runs.</param>
/// <param name="Present">Participants who are present at this moment.</param>
/// <param name="Speakers">Different people who spoke.</param>
/// <param name="Votes">Every count; of a question the one with the highest number holds.</param>
public sealed record ProceedingsView(
    Guid SessionId,
    DateTimeOffset Now,
    int Present,
    IReadOnlyList<AgendaItemView> Items,
    int Speakers,
    IReadOnlyList<ContributionView> Contributions,
    IReadOnlyList<VoteView> Votes,
    ResolutionView Resolution
);

/// <param name="Kind"><c>speech</c> or <c>proposal</c>.</param>
/// <param name="ItemId">The agenda item that it was about; null for none.</param>
/// <param name="RecordedBy">Name.</param>
public sealed record ContributionView(
    Guid Id,
    string Kind,
    Guid? MemberId,
    string Name,
    Guid? ItemId,
    string Note,
    DateTimeOffset At,
    string RecordedBy
);

/// <summary>A vote by show of hands, as it was counted.</summary>
/// <param name="Id">Of the question: its re-counts have the same.</param>
/// <param name="Number">From 1.</param>
/// <param name="Present">Participants who were present when it was counted.</param>
public sealed record VoteView(
    Guid Id,
    int Number,
    string Question,
    Guid? ItemId,
    int For,
    int Against,
    int Abstain,
    int Present,
    DateTimeOffset At,
    string RecordedBy
);

/// <param name="Version">0 until it is first written.</param>
public sealed record ResolutionView(string Text, IReadOnlyList<ActionItemView> Items, long Version);

/// <summary>Something that was resolved to be done.</summary>
/// <param name="MemberId">The member who answers for it; null when the unit does.</param>
/// <param name="Responsible">The member's or the unit's name.</param>
/// <param name="Target">How much, in <paramref name="Measure"/>.</param>
public sealed record ActionItemView(
    Guid Id,
    string What,
    Guid? MemberId,
    Guid UnitId,
    string Responsible,
    DateOnly DueOn,
    decimal Target,
    string Measure
);

/// <param name="Action">
/// <c>start</c> (what else runs is finished), <c>finish</c>, or <c>minutes</c>: it took so long, as read from paper.
/// </param>
/// <param name="Minutes">0–600, with <c>minutes</c> only.</param>
public sealed record ClockAgenda(Guid ItemId, string Action, int? Minutes = null);

/// <param name="Kind"><c>speech</c> or <c>proposal</c>.</param>
/// <param name="MemberId">A participant who is present, or</param>
/// <param name="Name">somebody else's name, at most 200 characters.</param>
/// <param name="Note">At most 1,000 characters; a proposal says what is proposed.</param>
public sealed record Contribute(string Kind, Guid? MemberId, string? Name, Guid? ItemId, string? Note);

/// <param name="Question">1–500 characters.</param>
public sealed record RecordVote(string Question, Guid? ItemId, int For, int Against, int Abstain);

/// <summary>The count once more; what was counted before is kept.</summary>
public sealed record RecountVote(int For, int Against, int Abstain);

/// <summary>The resolution as it shall read.</summary>
/// <param name="Text">At most 20,000 characters.</param>
/// <param name="Items">At most 20; one that is left out is taken off.</param>
public sealed record WriteResolution(string Text, IReadOnlyList<ActionItemDraft> Items);

/// <param name="Id">The item that goes on; null for a new one.</param>
/// <param name="What">1–500 characters.</param>
/// <param name="MemberId">A participant, or null: a unit answers for it.</param>
/// <param name="UnitId">The session's unit or one below it; null is the session's.</param>
/// <param name="DueOn">Not before the day of the session.</param>
/// <param name="Target">More than 0, 2 decimals at most; null is 1.</param>
/// <param name="Measure">What is counted, at most 100 characters; null is <c>việc</c>.</param>
public sealed record ActionItemDraft(
    Guid? Id,
    string What,
    Guid? MemberId,
    Guid? UnitId,
    DateOnly DueOn,
    decimal? Target = null,
    string? Measure = null
);

/// <summary>Something that an earlier session of the unit resolved, and how far it is by now.</summary>
/// <param name="Id">Also of the commitment in Directive.</param>
/// <param name="State"><c>open</c>, <c>late</c>, <c>reached</c> (nobody above has confirmed it yet), <c>done</c> or
/// <c>withdrawn</c>.</param>
public sealed record FollowUpView(
    Guid Id,
    Guid SessionId,
    DateOnly ResolvedOn,
    string What,
    string Responsible,
    DateOnly DueOn,
    decimal Target,
    decimal Done,
    string Measure,
    string State
);

/// <summary>Holding a session, through the gateway.</summary>
public sealed partial class SessionClient
{
    public Task<ProceedingsView> ProceedingsAsync(Guid id, CancellationToken ct = default) =>
        GetAsync<ProceedingsView>($"sessions/{id}/proceedings", ct);

    public Task<ProceedingsView> ClockAgendaAsync(Guid id, ClockAgenda clock, string? key = null, CancellationToken ct = default) =>
        PostAsync<ProceedingsView>($"sessions/{id}/agenda-clock", clock, ct, key);

    public Task<ProceedingsView> ContributeAsync(Guid id, Contribute contribution, string? key = null, CancellationToken ct = default) =>
        PostAsync<ProceedingsView>($"sessions/{id}/contributions", contribution, ct, key);

    /// <summary>Takes back what was entered by mistake.</summary>
    public Task<ProceedingsView> WithdrawContributionAsync(
        Guid id,
        Guid contribution,
        string? key = null,
        CancellationToken ct = default
    ) => PostAsync<ProceedingsView>($"sessions/{id}/contributions/{contribution}/withdraw", null, ct, key);

    public Task<ProceedingsView> RecordVoteAsync(Guid id, RecordVote vote, string? key = null, CancellationToken ct = default) =>
        PostAsync<ProceedingsView>($"sessions/{id}/votes", vote, ct, key);

    public Task<ProceedingsView> RecountVoteAsync(
        Guid id,
        Guid vote,
        RecountVote count,
        string? key = null,
        CancellationToken ct = default
    ) => PostAsync<ProceedingsView>($"sessions/{id}/votes/{vote}/recounts", count, ct, key);

    /// <param name="version">The version that it was made from, 0 for the first.</param>
    public Task<ProceedingsView> WriteResolutionAsync(Guid id, long version, WriteResolution resolution, CancellationToken ct = default) =>
        PutAsync<ProceedingsView>($"sessions/{id}/resolution", version, resolution, ct);

    /// <summary>What earlier sessions of the unit resolved: all of the last one, and what is still open of those before.</summary>
    public Task<IReadOnlyList<FollowUpView>> FollowUpAsync(Guid id, CancellationToken ct = default) =>
        GetAsync<IReadOnlyList<FollowUpView>>($"sessions/{id}/follow-up", ct);
}
