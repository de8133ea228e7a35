namespace Campaign.Api.Directive;

public sealed record CampaignView(Guid Id, string Name, DateOnly From, DateOnly To, Guid LeadUnitId, string LeadUnitPath, IReadOnlyList<string> Topics, long Version);

/// <param name="From">First day; <paramref name="To"/> is the last.</param>
/// <param name="Topics">1–50 topics that sessions choose from.</param>
public sealed record OpenCampaign(string Name, DateOnly From, DateOnly To, Guid LeadUnitId, IReadOnlyList<string> Topics);

/// <param name="State"><c>draft</c> or <c>issued</c>.</param>
public sealed record DirectiveView(
    Guid Id, Guid CampaignId, string DocumentType, string Symbol, string Title, string Issuer, Guid OwnerUnitId, string OwnerUnitPath,
    string Signer, DateOnly SignedOn, Guid? CarriesOutId, string State, DirectiveCounts Counts, long Version);

/// <summary>How far the directive has come: numbers of units and assignments.</summary>
public sealed record DirectiveCounts(int Units, int Assignments, int Acknowledged, int Completed, int Overdue);

/// <summary>A document on record. A superior body's document is recorded by the unit that received it.</summary>
/// <param name="DocumentType">Code of the dated catalogue, e.g. <c>KL</c>, <c>KH</c>, <c>CT</c>.</param>
/// <param name="Symbol">As written, e.g. <c>16 - HD/BTCTW</c>; normalised on input.</param>
/// <param name="SecrecyMark">Must be empty: documents with a secrecy mark are refused (Law 117/2025).</param>
public sealed record RecordDirective(
    Guid CampaignId, string DocumentType, string Symbol, string Title, string Issuer, Guid OwnerUnitId,
    string Signer, DateOnly SignedOn, Guid? CarriesOutId, string? Body, string? SecrecyMark);

/// <summary>Addresses a directive to units by hand, by rule, or both, and asks each for the requirements.</summary>
public sealed record IssueDirective(IReadOnlyList<Guid> UnitIds, AddressRule? Rule, IReadOnlyList<Requirement> Requirements);

/// <param name="Under">Path of the subtree, e.g. <c>hn/thanh-xuan</c>.</param>
/// <param name="Types">Unit types within it; empty means all.</param>
public sealed record AddressRule(string Under, IReadOnlyList<string> Types);

/// <param name="Kind">One of <see cref="Contracts.RequirementKinds"/>.</param>
/// <param name="Types">Only units of these types are asked; empty means every addressed unit.</param>
public sealed record Requirement(string Kind, string Title, DateOnly DueOn, IReadOnlyList<string> Types);

/// <param name="Units">Units addressed.</param>
public sealed record IssuePreview(int Units, int Assignments);

/// <param name="State"><c>issued</c>, <c>acknowledged</c> or <c>completed</c>; overdue is computed against the due date.</param>
public sealed record AssignmentView(
    Guid Id, Guid DirectiveId, string Symbol, Guid UnitId, string UnitName, string UnitPath, string Requirement, string Title,
    DateOnly DueOn, string State, bool Overdue, DateOnly? AcknowledgedOn, DateOnly? CompletedOn, string? Report, long Version);

/// <param name="On">Day it happened when entered afterwards from paper; null is today.</param>
public sealed record Acknowledge(DateOnly? On);

public sealed record ReportAssignment(string Text, DateOnly? On);

/// <summary>Acknowledges many assignments of units in the caller's subtree at once.</summary>
public sealed record AcknowledgeMany(Guid DirectiveId, string Under, DateOnly? On);

public sealed record CountResult(int Count);

/// <summary>Code and dated names of a document type, with its legal source.</summary>
public sealed record DocumentTypeView(string Code, string Name, DateOnly ValidFrom, DateOnly? ValidTo, string Source, bool Verified);

/// <summary>Campaigns, documents and assignments, through the gateway.</summary>
public sealed class DirectiveClient(HttpClient http) : ApiClient(http, Contracts.Resources.Directive)
{
    public Task<Page<CampaignView>> CampaignsAsync(string? cursor = null, int? limit = null, CancellationToken ct = default) =>
        GetAsync<Page<CampaignView>>(Query("campaigns", ("cursor", cursor), ("limit", limit)), ct);

    public Task<CampaignView> CampaignAsync(Guid id, CancellationToken ct = default) => GetAsync<CampaignView>($"campaigns/{id}", ct);

    public Task<CampaignView> OpenCampaignAsync(OpenCampaign campaign, string? key = null, CancellationToken ct = default) => PostAsync<CampaignView>("campaigns", campaign, ct, key);

    public Task<Page<DocumentTypeView>> DocumentTypesAsync(CancellationToken ct = default) => GetAsync<Page<DocumentTypeView>>("document-types", ct);

    public Task<Page<DirectiveView>> DirectivesAsync(Guid? campaign = null, string? search = null, string? cursor = null, int? limit = null, CancellationToken ct = default) =>
        GetAsync<Page<DirectiveView>>(Query("directives", ("campaign", campaign), ("search", search), ("cursor", cursor), ("limit", limit)), ct);

    public Task<DirectiveView> DirectiveAsync(Guid id, CancellationToken ct = default) => GetAsync<DirectiveView>($"directives/{id}", ct);

    public Task<DirectiveView> RecordAsync(RecordDirective directive, string? key = null, CancellationToken ct = default) => PostAsync<DirectiveView>("directives", directive, ct, key);

    public Task<IssuePreview> PreviewIssueAsync(Guid id, IssueDirective issue, CancellationToken ct = default) => PostAsync<IssuePreview>($"directives/{id}/issue/preview", issue, ct);

    /// <summary>Answers at once; assignments appear in the background, counted in <see cref="DirectiveView.Counts"/>.</summary>
    public Task<DirectiveView> IssueAsync(Guid id, IssueDirective issue, string? key = null, CancellationToken ct = default) => PostAsync<DirectiveView>($"directives/{id}/issue", issue, ct, key);

    public Task<Page<AssignmentView>> AssignmentsAsync(Guid? directive = null, Guid? unit = null, string? under = null, string? state = null, string? requirement = null, string? cursor = null, int? limit = null, CancellationToken ct = default) =>
        GetAsync<Page<AssignmentView>>(Query("assignments", ("directive", directive), ("unit", unit), ("under", under), ("state", state), ("requirement", requirement), ("cursor", cursor), ("limit", limit)), ct);

    public Task<AssignmentView> AssignmentAsync(Guid id, CancellationToken ct = default) => GetAsync<AssignmentView>($"assignments/{id}", ct);

    public Task<AssignmentView> AcknowledgeAsync(Guid id, Acknowledge acknowledge, string? key = null, CancellationToken ct = default) => PostAsync<AssignmentView>($"assignments/{id}/acknowledge", acknowledge, ct, key);

    /// <summary>Acknowledges every open assignment of the directive in the subtree (at most 5,000 a call).</summary>
    public Task<CountResult> AcknowledgeManyAsync(AcknowledgeMany acknowledge, string? key = null, CancellationToken ct = default) => PostAsync<CountResult>("assignments/acknowledge", acknowledge, ct, key);

    public Task<AssignmentView> ReportAsync(Guid id, ReportAssignment report, string? key = null, CancellationToken ct = default) => PostAsync<AssignmentView>($"assignments/{id}/report", report, ct, key);
}
