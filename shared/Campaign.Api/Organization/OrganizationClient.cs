using Campaign.Api.Imports;

namespace Campaign.Api.Organization;

/// <summary>A unit of the tree. <paramref name="Path"/>: codes from the root joined by '/'.</summary>
public sealed record UnitView(
    Guid Id,
    string Code,
    string Name,
    string ShortName,
    [property: CodeOf("unit-types")] string Type,
    Guid? ParentId,
    string Path,
    string District,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    int Children,
    int Members,
    long Version
)
{
    /// <summary>
    /// What the caller may do with it now: <c>rename</c>, <c>create-unit</c> (below it), <c>register-member</c>, <c>assign-post</c>.
    /// </summary>
    public IReadOnlyList<string> May { get; init; } = [];
}

/// <param name="Code">Lower-case letters, digits and '-', 2–60 characters, unique in the city.</param>
/// <param name="ParentId">Null only for the root, the city itself.</param>
public sealed record CreateUnit(
    string Code,
    string Name,
    string ShortName,
    [property: CodeOf("unit-types")] string Type,
    Guid? ParentId,
    DateOnly ValidFrom
);

public sealed record RenameUnit(string Name, string ShortName);

public sealed record MemberView(
    Guid Id,
    string Number,
    string FullName,
    Guid UnitId,
    string UnitName,
    string UnitPath,
    [property: CodeOf("member-statuses")] string Status,
    DateOnly? JoinedOn,
    IReadOnlyList<PostView> Posts,
    long Version,
    [property: CodeOf("sexes")] string? Sex = null,
    int? BirthYear = null,
    DateOnly? OfficialSince = null,
    DateOnly? Since = null
)
{
    /// <summary>What the caller may do with the member now: <c>update</c>, <c>assign-post</c>.</summary>
    public IReadOnlyList<string> May { get; init; } = [];
}

/// <summary>A time in which a member was at home in a unit with a status.</summary>
/// <param name="ValidTo">First day of the next period; null while it lasts.</param>
/// <param name="DecisionNumber">The reorganisation that ended it, where it was one.</param>
public sealed record MemberPeriodView(
    Guid UnitId,
    string UnitName,
    [property: CodeOf("member-statuses")] string Status,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    string? DecisionNumber
);

public sealed record PostView(
    Guid Id,
    Guid UnitId,
    string UnitName,
    string UnitPath,
    [property: CodeOf("roles")] string Role,
    DateOnly ValidFrom,
    DateOnly? ValidTo
)
{
    /// <summary>What the caller may do with it now: <c>end</c>.</summary>
    public IReadOnlyList<string> May { get; init; } = [];
}

/// <param name="Number">Member number, unique in the city; never a citizen ID.</param>
/// <param name="OfficialSince">Day of full membership, after probation.</param>
/// <param name="Sex">Code of <see cref="OrganizationCatalogues.Sexes"/>.</param>
public sealed record RegisterMember(
    string Number,
    string FullName,
    Guid UnitId,
    DateOnly? JoinedOn,
    DateOnly? OfficialSince = null,
    [property: CodeOf("sexes")] string? Sex = null,
    int? BirthYear = null
);

/// <summary>What is null after the status stays as it is.</summary>
/// <param name="On">First day of the new unit or status, today when null; the day that the present ones began corrects them.</param>
public sealed record UpdateMember(
    string FullName,
    Guid UnitId,
    [property: CodeOf("member-statuses")] string Status,
    DateOnly? On = null,
    DateOnly? JoinedOn = null,
    DateOnly? OfficialSince = null,
    [property: CodeOf("sexes")] string? Sex = null,
    int? BirthYear = null
);

/// <param name="Role">One of <see cref="Contracts.Roles"/>.</param>
public sealed record AssignPost(Guid MemberId, Guid UnitId, [property: CodeOf("roles")] string Role, DateOnly ValidFrom, DateOnly? ValidTo);

public sealed record EndPost(DateOnly ValidTo);

/// <summary>What an import would do or did. With errors nothing was changed.</summary>
/// <param name="Repeated">Lines that say the same as one before them; they count once.</param>
public sealed record ImportReport(
    bool DryRun,
    int Rows,
    int Created,
    int Changed,
    int Unchanged,
    int ErrorCount,
    IReadOnlyList<ImportError> Errors,
    int Repeated = 0
);

/// <summary>Units, members and posts, through the gateway.</summary>
public sealed class OrganizationClient(HttpClient http) : ApiClient(http, Contracts.Resources.Organization)
{
    public Task<Page<UnitView>> UnitsAsync(
        Guid? parent = null,
        string? under = null,
        string? type = null,
        string? search = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) =>
        GetAsync<Page<UnitView>>(
            Query("units", ("parent", parent), ("under", under), ("type", type), ("search", search), ("cursor", cursor), ("limit", limit)),
            ct
        );

    /// <summary>The day's tree: <paramref name="asOf"/> is today or past.</summary>
    public Task<Page<UnitView>> UnitsAsOfAsync(
        DateOnly asOf,
        Guid? parent = null,
        string? under = null,
        string? search = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) =>
        GetAsync<Page<UnitView>>(
            Query("units", ("parent", parent), ("under", under), ("search", search), ("asOf", asOf), ("cursor", cursor), ("limit", limit)),
            ct
        );

    public Task<LineageView> LineageAsync(Guid unit, CancellationToken ct = default) => GetAsync<LineageView>($"units/{unit}/lineage", ct);

    /// <summary>The oldest first.</summary>
    public Task<IReadOnlyList<UnitVersionView>> UnitVersionsAsync(Guid unit, CancellationToken ct = default) =>
        GetAsync<IReadOnlyList<UnitVersionView>>($"units/{unit}/versions", ct);

    /// <summary>The latest day first.</summary>
    public Task<Page<DecisionView>> DecisionsAsync(string? cursor = null, int? limit = null, CancellationToken ct = default) =>
        GetAsync<Page<DecisionView>>(Query("decisions", ("cursor", cursor), ("limit", limit)), ct);

    public Task<DecisionView> DecisionAsync(Guid id, CancellationToken ct = default) => GetAsync<DecisionView>($"decisions/{id}", ct);

    /// <summary>What the decision would carry over; changes nothing.</summary>
    public Task<DecisionPreview> PreviewDecisionAsync(RecordDecision decision, CancellationToken ct = default) =>
        PostAsync<DecisionPreview>("decisions/preview", decision, ct);

    public Task<DecisionView> RecordDecisionAsync(RecordDecision decision, string? key = null, CancellationToken ct = default) =>
        PostAsync<DecisionView>("decisions", decision, ct, key);

    public Task<DecisionView> CancelDecisionAsync(Guid id, CancellationToken ct = default) =>
        PostAsync<DecisionView>($"decisions/{id}/cancel", null, ct);

    public Task<UnitView> UnitAsync(Guid id, CancellationToken ct = default) => GetAsync<UnitView>($"units/{id}", ct);

    /// <summary>Problem <c>not-found</c> when there is no unit of this code.</summary>
    public Task<UnitView> UnitByCodeAsync(string code, CancellationToken ct = default) =>
        GetAsync<UnitView>($"units/by-code/{Uri.EscapeDataString(code)}", ct);

    public Task<UnitView> CreateUnitAsync(CreateUnit unit, string? key = null, CancellationToken ct = default) =>
        PostAsync<UnitView>("units", unit, ct, key);

    public Task<UnitView> RenameUnitAsync(Guid id, long version, RenameUnit change, CancellationToken ct = default) =>
        PutAsync<UnitView>($"units/{id}", version, change, ct);

    public Task<Page<MemberView>> MembersAsync(
        string? under = null,
        string? search = null,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) => GetAsync<Page<MemberView>>(Query("members", ("under", under), ("search", search), ("cursor", cursor), ("limit", limit)), ct);

    /// <summary>Members at home in a subtree on a day, today or past, with the unit and status of that day.</summary>
    public Task<Page<MemberView>> MembersAsOfAsync(
        DateOnly asOf,
        string under,
        string? cursor = null,
        int? limit = null,
        CancellationToken ct = default
    ) => GetAsync<Page<MemberView>>(Query("members", ("under", under), ("asOf", asOf), ("cursor", cursor), ("limit", limit)), ct);

    /// <summary>Home units and statuses, the oldest first, the present last.</summary>
    public Task<IReadOnlyList<MemberPeriodView>> MemberHistoryAsync(Guid id, CancellationToken ct = default) =>
        GetAsync<IReadOnlyList<MemberPeriodView>>($"members/{id}/history", ct);

    public Task<MemberView> MemberAsync(Guid id, CancellationToken ct = default) => GetAsync<MemberView>($"members/{id}", ct);

    public Task<MemberView> RegisterMemberAsync(RegisterMember member, string? key = null, CancellationToken ct = default) =>
        PostAsync<MemberView>("members", member, ct, key);

    public Task<MemberView> UpdateMemberAsync(Guid id, long version, UpdateMember change, CancellationToken ct = default) =>
        PutAsync<MemberView>($"members/{id}", version, change, ct);

    public Task<PostView> AssignPostAsync(AssignPost post, string? key = null, CancellationToken ct = default) =>
        PostAsync<PostView>("posts", post, ct, key);

    public Task<PostView> EndPostAsync(Guid id, EndPost end, CancellationToken ct = default) =>
        PostAsync<PostView>($"posts/{id}/end", end, ct);

    /// <summary>CSV with header <c>code,name,short_name,type,parent_code,valid_from</c>; all or nothing, repeatable.</summary>
    public Task<ImportReport> ImportUnitsAsync(string csv, bool dryRun, string? key = null, CancellationToken ct = default) =>
        PostAsync<ImportReport>($"imports/units?dryRun={dryRun}", Csv(csv), ct, key);

    /// <summary>
    /// CSV with header <c>number,full_name,unit_code,joined_on,status,posts</c> (posts: <c>role@unit-code;…</c>); all or nothing,
    /// repeatable.
    /// </summary>
    public Task<ImportReport> ImportMembersAsync(string csv, bool dryRun, string? key = null, CancellationToken ct = default) =>
        PostAsync<ImportReport>($"imports/members?dryRun={dryRun}", Csv(csv), ct, key);

    /// <summary>A file of units as it is, CSV or XLSX.</summary>
    public Task<ImportReport> ImportUnitsAsync(byte[] file, bool dryRun, CancellationToken ct = default) =>
        PostAsync<ImportReport>($"imports/units?dryRun={dryRun}", File(file), ct);

    /// <summary>A file of members as it is, CSV or XLSX.</summary>
    public Task<ImportReport> ImportMembersAsync(byte[] file, bool dryRun, CancellationToken ct = default) =>
        PostAsync<ImportReport>($"imports/members?dryRun={dryRun}", File(file), ct);

    /// <summary>
    /// A large file of members, CSV, at most 150 MB: it comes in behind the answer; follow it by <see cref="ImportJobAsync"/>.
    /// </summary>
    public Task<ImportJobView> SendMembersAsync(Stream file, string fileName, bool dryRun, CancellationToken ct = default) =>
        PostAsync<ImportJobView>(
            Query("imports/jobs/members", ("fileName", fileName), ("dryRun", dryRun)),
            new StreamContent(file) { Headers = { ContentType = new("text/csv") } },
            ct
        );

    public Task<ImportJobView> ImportJobAsync(Guid id, CancellationToken ct = default) => GetAsync<ImportJobView>($"imports/jobs/{id}", ct);

    /// <summary>Nothing of the file stays.</summary>
    public Task<ImportJobView> CancelImportAsync(Guid id, CancellationToken ct = default) =>
        PostAsync<ImportJobView>($"imports/jobs/{id}/cancel", null, ct);

    private static ByteArrayContent File(byte[] file) => new(file) { Headers = { ContentType = new("application/octet-stream") } };

    private static StringContent Csv(string csv) => new(csv, System.Text.Encoding.UTF8, "text/csv");
}
