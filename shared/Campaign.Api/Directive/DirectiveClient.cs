namespace Campaign.Api.Directive;

public sealed record CampaignView(
    Guid Id,
    string Name,
    DateOnly From,
    DateOnly To,
    Guid LeadUnitId,
    string LeadUnitPath,
    IReadOnlyList<string> Topics,
    long Version
);

/// <param name="From">First day; <paramref name="To"/> is the last.</param>
/// <param name="Topics">1–50 topics that sessions choose from.</param>
public sealed record OpenCampaign(string Name, DateOnly From, DateOnly To, Guid LeadUnitId, IReadOnlyList<string> Topics);

/// <param name="State"><c>draft</c> or <c>issued</c>.</param>
public sealed record DirectiveView(
    Guid Id,
    Guid CampaignId,
    [property: CodeOf("document-types")] string DocumentType,
    string Symbol,
    string Title,
    string Issuer,
    Guid OwnerUnitId,
    string OwnerUnitPath,
    string Signer,
    DateOnly SignedOn,
    Guid? CarriesOutId,
    string State,
    DirectiveCounts Counts,
    long Version
)
{
    /// <summary>What the caller may do with it now: <c>correct</c>, <c>attach</c>, <c>issue</c>.</summary>
    public IReadOnlyList<string> May { get; init; } = [];

    public DocumentDetails Details { get; init; } = new();

    /// <summary>The later document that took its place; this one is outdated.</summary>
    public Guid? ReplacedById { get; init; }

    /// <summary>The unit that leads; its status is the document's. Null while nobody has been asked, or when nobody leads.</summary>
    public LeadView? Lead { get; init; }

    /// <summary>Units that co-operate, by name; only where one document is read.</summary>
    public IReadOnlyList<NamedUnit> Cooperating { get; init; } = [];
}

/// <param name="State">As an assignment's: that of the least advanced of what the lead was asked for.</param>
/// <param name="Overdue">Something that the lead was asked for is overdue.</param>
public sealed record LeadView(Guid UnitId, string UnitName, string State, bool Overdue);

public sealed record NamedUnit(Guid UnitId, string UnitName);

/// <summary>What a document carries as it applies.</summary>
/// <param name="SignerCapacity">Authority and office in which it was signed, e.g. <c>T/M Ban Thường vụ, Bí thư</c>.</param>
/// <param name="Place">Where it was signed.</param>
/// <param name="EffectiveOn">First day in force; null is the day of signature.</param>
/// <param name="ExpiresOn">Last day in force.</param>
/// <param name="Urgency">Code of <see cref="DirectiveCatalogues.Urgencies"/> on the day of signature; null is none.</param>
/// <param name="Circulation">To whom it may be passed on.</param>
public sealed record DocumentDetails(
    string? SignerCapacity = null,
    string? Place = null,
    DateOnly? EffectiveOn = null,
    DateOnly? ExpiresOn = null,
    [property: CodeOf("urgencies")] string? Urgency = null,
    string? Circulation = null
);

/// <param name="Kind">Code of <see cref="DirectiveCatalogues.RelationKinds"/>; what it carries out is
/// <see cref="RecordDirective.CarriesOutId"/>.</param>
public sealed record DirectiveRelation([property: CodeOf("relation-kinds")] string Kind, Guid DirectiveId);

public sealed record DirectiveBodyView(string Text);

/// <summary>Documents that hang together, and how.</summary>
/// <param name="Documents">By day of signature, the earliest first.</param>
public sealed record DirectiveGraph(IReadOnlyList<GraphDocument> Documents, IReadOnlyList<GraphRelation> Relations);

public sealed record GraphDocument(Guid Id, string Symbol, string Title, string Issuer, DateOnly SignedOn, string State, bool Outdated);

/// <param name="Kind"><c>carries-out</c>, or one of <see cref="DirectiveRelation"/>.</param>
public sealed record GraphRelation(Guid FromId, Guid ToId, [property: CodeOf("relation-kinds")] string Kind);

/// <summary>How far the directive has come: numbers of units and assignments.</summary>
public sealed record DirectiveCounts(int Units, int Assignments, int Acknowledged, int Completed, int Overdue);

/// <summary>A document on record. A superior body's document is recorded by the unit that received it.</summary>
/// <param name="DocumentType">Code of <see cref="DirectiveCatalogues.DocumentTypes"/> on the day of signature, e.g. <c>KL</c>, <c>KH</c>,
/// <c>CT</c>.</param>
/// <param name="Symbol">As written, e.g. <c>16 - HD/BTCTW</c>; normalised on input.</param>
/// <param name="SecrecyMark">Must be empty: documents with a secrecy mark are refused (Law 117/2025).</param>
public sealed record RecordDirective(
    Guid CampaignId,
    [property: CodeOf("document-types")] string DocumentType,
    string Symbol,
    string Title,
    string Issuer,
    Guid OwnerUnitId,
    string Signer,
    DateOnly SignedOn,
    Guid? CarriesOutId,
    string? Body,
    string? SecrecyMark
)
{
    public DocumentDetails? Details { get; init; }

    public IReadOnlyList<DirectiveRelation>? Relations { get; init; }
}

/// <summary>Addresses a directive to units by hand, by rule, or both, and asks each for the requirements.</summary>
public sealed record IssueDirective(IReadOnlyList<Guid> UnitIds, AddressRule? Rule, IReadOnlyList<Requirement> Requirements)
{
    /// <summary>The unit that leads; asked like the others, and its status is the document's.</summary>
    public Guid? LeadUnitId { get; init; }

    /// <summary>Units that co-operate with the lead, 50 at most; asked like the others.</summary>
    public IReadOnlyList<Guid>? CooperatingUnitIds { get; init; }
}

/// <param name="Under">Path of the subtree, e.g. <c>hn/thanh-xuan</c>.</param>
/// <param name="Types">Unit types within it; empty means all.</param>
public sealed record AddressRule(string Under, IReadOnlyList<string> Types);

/// <param name="Kind">Code of <see cref="DirectiveCatalogues.RequirementKinds"/> today.</param>
/// <param name="DueOn">Last day on which it is in time; counted where <paramref name="WorkingDays"/> is given.</param>
/// <param name="Types">Only units of these types are asked; empty means every addressed unit.</param>
/// <param name="WorkingDays">1–500: due so many working days after the day of issue, by the calendar of public holidays.</param>
public sealed record Requirement(
    [property: CodeOf("requirement-kinds")] string Kind,
    string Title,
    DateOnly DueOn,
    IReadOnlyList<string> Types,
    int? WorkingDays = null
);

/// <param name="Units">Units addressed.</param>
/// <param name="Due">Due day of each requirement, in their order.</param>
public sealed record IssuePreview(int Units, int Assignments, IReadOnlyList<DueDay> Due);

/// <param name="IsWorkingDay">False for a due day on which offices do not work.</param>
public sealed record DueDay(DateOnly On, bool IsWorkingDay);

/// <summary>How far the assignments of an issued directive have been made.</summary>
/// <param name="Done">Units that have theirs.</param>
/// <param name="Error">Why the last attempt failed; it is tried again.</param>
public sealed record IssueProgress(int Units, int Done, DateTimeOffset? FinishedAt, string? Error);

/// <summary>A day on which the week does not say whether offices work.</summary>
public sealed record CalendarDayView(DateOnly Day, bool IsWorking, string Name, string Source, bool Verified);

/// <summary>Campaigns, documents and assignments, through the gateway.</summary>
public sealed partial class DirectiveClient(HttpClient http) : ApiClient(http, Contracts.Resources.Directive)
{
    public Task<Page<CampaignView>> CampaignsAsync(string? cursor = null, int? limit = null, CancellationToken ct = default) =>
        GetAsync<Page<CampaignView>>(Query("campaigns", ("cursor", cursor), ("limit", limit)), ct);

    public Task<CampaignView> CampaignAsync(Guid id, CancellationToken ct = default) => GetAsync<CampaignView>($"campaigns/{id}", ct);

    public Task<CampaignView> OpenCampaignAsync(OpenCampaign campaign, string? key = null, CancellationToken ct = default) =>
        PostAsync<CampaignView>("campaigns", campaign, ct, key);

    public Task<Page<DirectiveView>> DirectivesAsync(
        Guid? campaign = null,
        string? search = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) =>
        GetAsync<Page<DirectiveView>>(
            Query("directives", ("campaign", campaign), ("search", search), ("cursor", cursor), ("limit", limit)),
            ct
        );

    public Task<DirectiveView> DirectiveAsync(Guid id, CancellationToken ct = default) => GetAsync<DirectiveView>($"directives/{id}", ct);

    public Task<DirectiveView> RecordAsync(RecordDirective directive, string? key = null, CancellationToken ct = default) =>
        PostAsync<DirectiveView>("directives", directive, ct, key);

    /// <summary>
    /// Changes a draft; its campaign stays. Problem <c>version-changed</c> (412) carries both versions, <c>yours</c> and <c>current</c>.
    /// </summary>
    public Task<DirectiveView> EditAsync(Guid id, long version, RecordDirective directive, CancellationToken ct = default) =>
        PutAsync<DirectiveView>($"directives/{id}", version, directive, ct);

    /// <summary>Problem <c>not-found</c> when it has none.</summary>
    public Task<DirectiveBodyView> BodyAsync(Guid id, CancellationToken ct = default) =>
        GetAsync<DirectiveBodyView>($"directives/{id}/body", ct);

    /// <summary>The documents that it hangs together with, from the highest body to the last cell: at most 200.</summary>
    public Task<DirectiveGraph> GraphAsync(Guid id, CancellationToken ct = default) =>
        GetAsync<DirectiveGraph>($"directives/{id}/graph", ct);

    public Task<IssuePreview> PreviewIssueAsync(Guid id, IssueDirective issue, CancellationToken ct = default) =>
        PostAsync<IssuePreview>($"directives/{id}/issue/preview", issue, ct);

    /// <summary>Answers at once; assignments appear in the background, counted in <see cref="DirectiveView.Counts"/>.</summary>
    public Task<DirectiveView> IssueAsync(Guid id, IssueDirective issue, string? key = null, CancellationToken ct = default) =>
        PostAsync<DirectiveView>($"directives/{id}/issue", issue, ct, key);

    public Task<Page<AssignmentView>> AssignmentsAsync(
        Guid? directive = null,
        Guid? unit = null,
        string? under = null,
        string? state = null,
        string? requirement = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) =>
        GetAsync<Page<AssignmentView>>(
            Query(
                "assignments",
                ("directive", directive),
                ("unit", unit),
                ("under", under),
                ("state", state),
                ("requirement", requirement),
                ("cursor", cursor),
                ("limit", limit)
            ),
            ct
        );

    public Task<AssignmentView> AssignmentAsync(Guid id, CancellationToken ct = default) =>
        GetAsync<AssignmentView>($"assignments/{id}", ct);

    public Task<AssignmentView> AcknowledgeAsync(Guid id, Acknowledge acknowledge, string? key = null, CancellationToken ct = default) =>
        PostAsync<AssignmentView>($"assignments/{id}/acknowledge", acknowledge, ct, key);

    /// <summary>Acknowledges every open assignment of the directive in the subtree (at most 5,000 a call).</summary>
    public Task<CountResult> AcknowledgeManyAsync(AcknowledgeMany acknowledge, string? key = null, CancellationToken ct = default) =>
        PostAsync<CountResult>("assignments/acknowledge", acknowledge, ct, key);

    /// <summary>Problem <c>not-found</c> for a document that was issued to nobody.</summary>
    public Task<IssueProgress> IssueProgressAsync(Guid id, CancellationToken ct = default) =>
        GetAsync<IssueProgress>($"directives/{id}/issue", ct);

    public Task<Page<CalendarDayView>> CalendarDaysAsync(int year, CancellationToken ct = default) =>
        GetAsync<Page<CalendarDayView>>(Query("calendar-days", ("year", year)), ct);

    public Task<AssignmentView> PlanAsync(Guid id, AssignmentText plan, string? key = null, CancellationToken ct = default) =>
        PostAsync<AssignmentView>($"assignments/{id}/plan", plan, ct, key);

    public Task<AssignmentView> BeginAsync(Guid id, string? key = null, CancellationToken ct = default) =>
        PostAsync<AssignmentView>($"assignments/{id}/begin", new { }, ct, key);

    public Task<AssignmentView> AskExtensionAsync(Guid id, AskExtension ask, string? key = null, CancellationToken ct = default) =>
        PostAsync<AssignmentView>($"assignments/{id}/extension", ask, ct, key);

    public Task<AssignmentView> DecideExtensionAsync(
        Guid id,
        DecideExtension decision,
        string? key = null,
        CancellationToken ct = default
    ) => PostAsync<AssignmentView>($"assignments/{id}/extension/decide", decision, ct, key);

    public Task<AssignmentView> AcceptAsync(Guid id, string? key = null, CancellationToken ct = default) =>
        PostAsync<AssignmentView>($"assignments/{id}/accept", new { }, ct, key);

    public Task<AssignmentView> ReturnAsync(Guid id, ReturnAssignment back, string? key = null, CancellationToken ct = default) =>
        PostAsync<AssignmentView>($"assignments/{id}/return", back, ct, key);

    public Task<AssignmentView> CloseAsync(Guid id, string? key = null, CancellationToken ct = default) =>
        PostAsync<AssignmentView>($"assignments/{id}/close", new { }, ct, key);

    public Task<AssignmentView> RecallAsync(Guid id, AssignmentText reason, string? key = null, CancellationToken ct = default) =>
        PostAsync<AssignmentView>($"assignments/{id}/recall", reason, ct, key);

    /// <summary>Accepts everything that is reported under a unit (at most 5,000 a call).</summary>
    public Task<CountResult> AcceptManyAsync(ManyAssignments many, string? key = null, CancellationToken ct = default) =>
        PostAsync<CountResult>("assignments/accept", many, ct, key);

    /// <summary>Closes everything that is accepted under a unit (at most 5,000 a call).</summary>
    public Task<CountResult> CloseManyAsync(ManyAssignments many, string? key = null, CancellationToken ct = default) =>
        PostAsync<CountResult>("assignments/close", many, ct, key);

    /// <summary>Recalls everything that is open under a unit (at most 5,000 a call).</summary>
    public Task<CountResult> RecallManyAsync(RecallMany many, string? key = null, CancellationToken ct = default) =>
        PostAsync<CountResult>("assignments/recall", many, ct, key);

    /// <summary>What was written about the assignment, oldest first.</summary>
    public Task<Page<AssignmentNoteView>> NotesAsync(Guid id, string? cursor = null, int? limit = null, CancellationToken ct = default) =>
        GetAsync<Page<AssignmentNoteView>>(Query($"assignments/{id}/notes", ("cursor", cursor), ("limit", limit)), ct);

    /// <summary>A unit's figures and, page by page in the order of the tree, those of the units directly below it.</summary>
    public Task<RollUpView> RollUpAsync(Guid id, string under, string? cursor = null, int? limit = null, CancellationToken ct = default) =>
        GetAsync<RollUpView>(Query($"directives/{id}/roll-up", ("under", under), ("cursor", cursor), ("limit", limit)), ct);

    /// <summary>Units of one level below a unit that are late with something, the latest first.</summary>
    public Task<Page<LateUnit>> LateAsync(
        Guid id,
        string under,
        int? below = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) =>
        GetAsync<Page<LateUnit>>(
            Query($"directives/{id}/late", ("under", under), ("below", below), ("cursor", cursor), ("limit", limit)),
            ct
        );

    public Task<byte[]> RollUpWorkbookAsync(Guid id, string under, CancellationToken ct = default) =>
        GetBytesAsync(Query($"directives/{id}/roll-up.xlsx", ("under", under)), ct);

    public Task<AssignmentView> ReportAsync(Guid id, ReportAssignment report, string? key = null, CancellationToken ct = default) =>
        PostAsync<AssignmentView>($"assignments/{id}/report", report, ct, key);
}
