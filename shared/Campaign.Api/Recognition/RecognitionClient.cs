namespace Campaign.Api.Recognition;

/// <summary>A council and its members (member ids).</summary>
public sealed record CouncilView(Guid Id, string Name, Guid UnitId, string UnitPath, IReadOnlyList<Guid> MemberIds, long Version);

/// <param name="MemberIds">3–99 members.</param>
public sealed record CreateCouncil(string Name, Guid UnitId, IReadOnlyList<Guid> MemberIds);

/// <summary>Someone whose latest decided review makes them a candidate.</summary>
public sealed record CandidateView(
    [property: CodeOf("subject-kinds")] string SubjectKind,
    Guid SubjectId,
    string SubjectName,
    string UnitPath,
    string UnitName,
    int Year,
    [property: CodeOf("ranks")] string Rank,
    decimal Score
);

/// <param name="State">One of <see cref="NominationStates"/>.</param>
public sealed record NominationView(
    Guid Id,
    Guid CampaignId,
    Guid CouncilId,
    [property: CodeOf("subject-kinds")] string SubjectKind,
    Guid SubjectId,
    string SubjectName,
    Guid UnitId,
    string UnitPath,
    string UnitName,
    [property: CodeOf("titles")] string Title,
    string TitleName,
    string Achievement,
    string State,
    int InFavour,
    int Against,
    int CouncilSize,
    long Version
)
{
    /// <summary>What the caller may do with it now: <c>vote</c> (their own), <c>record-ballots</c>, <c>award</c>.</summary>
    public IReadOnlyList<string> May { get; init; } = [];
}

/// <param name="Achievement">What it is for; 20–20,000 characters.</param>
public sealed record Nominate(
    Guid CampaignId,
    Guid CouncilId,
    [property: CodeOf("subject-kinds")] string SubjectKind,
    Guid SubjectId,
    [property: CodeOf("titles")] string Title,
    string Achievement
);

/// <param name="CouncilMemberId">Null: the member behind the token; a council secretary records a written vote for another.</param>
public sealed record CastVote(Guid? CouncilMemberId, bool InFavour);

/// <summary>Records the council's ballots for one nomination at once (a session's minutes).</summary>
public sealed record CastVotes(IReadOnlyList<Ballot> Ballots);

public sealed record Ballot(Guid CouncilMemberId, bool InFavour);

/// <summary>One signed decision covers many nominations that have passed.</summary>
public sealed record DecideAwards(string Number, string Signer, DateOnly SignedOn, IReadOnlyList<Guid> NominationIds);

public sealed record DecisionResult(string Number, IReadOnlyList<AwardView> Awards);

/// <param name="VerificationCode">Leads to the public verification page.</param>
public sealed record AwardView(
    Guid Id,
    Guid CampaignId,
    Guid NominationId,
    [property: CodeOf("subject-kinds")] string SubjectKind,
    Guid SubjectId,
    string SubjectName,
    string UnitPath,
    string UnitName,
    [property: CodeOf("titles")] string Title,
    string TitleName,
    string Achievement,
    string Decision,
    string Signer,
    DateOnly GrantedOn,
    DateOnly? RevokedOn,
    string? RevokedReason,
    string VerificationCode,
    long Version
)
{
    /// <summary>What the caller may do with it now: <c>revoke</c>.</summary>
    public IReadOnlyList<string> May { get; init; } = [];
}

public sealed record RevokeAward(string Reason, DateOnly On);

/// <summary>What anyone may see of an award: only what the decision makes public.</summary>
public sealed record Verification(
    string VerificationCode,
    bool Valid,
    string SubjectName,
    [property: CodeOf("titles")] string Title,
    string TitleName,
    string Decision,
    DateOnly GrantedOn,
    DateOnly? RevokedOn
);

/// <summary>Nominations, votes, decisions and certificates, through the gateway.</summary>
public sealed class RecognitionClient(HttpClient http) : ApiClient(http, Contracts.Resources.Recognition)
{
    public Task<Page<CouncilView>> CouncilsAsync(string? cursor = null, int? limit = null, CancellationToken ct = default) =>
        GetAsync<Page<CouncilView>>(Query("councils", ("cursor", cursor), ("limit", limit)), ct);

    public Task<CouncilView> CreateCouncilAsync(CreateCouncil council, string? key = null, CancellationToken ct = default) =>
        PostAsync<CouncilView>("councils", council, ct, key);

    public Task<Page<CandidateView>> CandidatesAsync(
        string? under = null,
        string? subjectKind = null,
        int? year = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) =>
        GetAsync<Page<CandidateView>>(
            Query("candidates", ("under", under), ("subjectKind", subjectKind), ("year", year), ("cursor", cursor), ("limit", limit)),
            ct
        );

    public Task<Page<NominationView>> NominationsAsync(
        Guid? campaign = null,
        string? state = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) =>
        GetAsync<Page<NominationView>>(
            Query("nominations", ("campaign", campaign), ("state", state), ("cursor", cursor), ("limit", limit)),
            ct
        );

    public Task<NominationView> NominationAsync(Guid id, CancellationToken ct = default) =>
        GetAsync<NominationView>($"nominations/{id}", ct);

    public Task<NominationView> NominateAsync(Nominate nomination, string? key = null, CancellationToken ct = default) =>
        PostAsync<NominationView>("nominations", nomination, ct, key);

    public Task<NominationView> VoteAsync(Guid nomination, CastVote vote, string? key = null, CancellationToken ct = default) =>
        PostAsync<NominationView>($"nominations/{nomination}/votes", vote, ct, key);

    public Task<NominationView> RecordBallotsAsync(Guid nomination, CastVotes votes, string? key = null, CancellationToken ct = default) =>
        PostAsync<NominationView>($"nominations/{nomination}/ballots", votes, ct, key);

    /// <summary>
    /// All or nothing; problem <c>not-passed</c> names the nominations that have no majority, <c>already-rewarded</c> an achievement
    /// rewarded before.
    /// </summary>
    public Task<DecisionResult> DecideAsync(DecideAwards decision, string? key = null, CancellationToken ct = default) =>
        PostAsync<DecisionResult>("decisions", decision, ct, key);

    public Task<Page<AwardView>> AwardsAsync(
        Guid? campaign = null,
        string? under = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) => GetAsync<Page<AwardView>>(Query("awards", ("campaign", campaign), ("under", under), ("cursor", cursor), ("limit", limit)), ct);

    public Task<AwardView> AwardAsync(Guid id, CancellationToken ct = default) => GetAsync<AwardView>($"awards/{id}", ct);

    public Task<AwardView> RevokeAsync(Guid id, RevokeAward revoke, string? key = null, CancellationToken ct = default) =>
        PostAsync<AwardView>($"awards/{id}/revoke", revoke, ct, key);

    /// <summary>PDF, A4 landscape, with a QR code that leads to the verification page.</summary>
    public Task<byte[]> CertificateAsync(Guid award, CancellationToken ct = default) =>
        GetBytesAsync($"awards/{award}/certificate.pdf", ct);

    /// <summary>Public: needs no token.</summary>
    public Task<Verification> VerifyAsync(string code, CancellationToken ct = default) =>
        GetAsync<Verification>($"verifications/{code}", ct);
}
