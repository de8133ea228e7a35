namespace Campaign.Api.City;

/// <summary>Live figures of a campaign in a subtree (district or whole city).</summary>
/// <param name="UnitsReached">Units that acknowledged at least one assignment, of <paramref name="UnitsAddressed"/>.</param>
/// <param name="CheckedIn">People checked in one by one so far, live; <paramref name="Attendance"/> counts presences in closed
/// sessions.</param>
public sealed record Figures(
    int Directives,
    int Assignments,
    int Acknowledged,
    int Completed,
    int CompletedOnTime,
    int Overdue,
    int UnitsAddressed,
    int UnitsReached,
    int SessionsScheduled,
    int SessionsHeld,
    int Attendance,
    int Expected,
    int CheckedIn,
    int Reviews,
    int Nominations,
    int Awards
);

public sealed record CampaignFigures(
    Guid CampaignId,
    string Name,
    DateOnly From,
    DateOnly To,
    string? District,
    Figures Figures,
    DateTimeOffset AsOf
);

public sealed record CampaignSummary(Guid CampaignId, string Name, DateOnly From, DateOnly To);

/// <summary>A district's share of the campaign.</summary>
public sealed record DistrictFigures(string District, string Name, Figures Figures);

/// <summary>Sessions held in one quarter.</summary>
/// <param name="Quarter">1–4.</param>
/// <param name="Held">How many of each kind, by its code in the Session service's catalogue.</param>
/// <param name="AttendanceRate">Percent of the expected, 0–100, one decimal.</param>
public sealed record QuarterFigures(
    int Year,
    int Quarter,
    IReadOnlyList<NamedCount> Held,
    int Expected,
    int Attendance,
    decimal AttendanceRate
);

/// <param name="Name">A topic; of a kind or a rank, its code.</param>
public sealed record NamedCount(string Name, int Count);

/// <summary>Of one year and kind of subject; kinds and ranks by their codes in Evaluation's catalogues.</summary>
public sealed record RatingFigures(
    int Year,
    [property: CodeOf("subject-kinds")] string SubjectKind,
    IReadOnlyList<NamedCount> ByRank,
    int Total
);

public sealed record DocumentLine(
    string Symbol,
    [property: CodeOf("document-types")] string DocumentType,
    string Title,
    string Issuer,
    DateOnly SignedOn,
    string? CarriesOut,
    int Units,
    int Assignments,
    int Acknowledged,
    int Completed
);

public sealed record AwardLine(
    string SubjectName,
    [property: CodeOf("subject-kinds")] string SubjectKind,
    string UnitName,
    string Title,
    string Decision,
    DateOnly GrantedOn
);

/// <summary>Sessions and acknowledgements by unit of the level below the subtree's root (a district's wards).</summary>
public sealed record UnitLine(
    string UnitPath,
    string UnitName,
    int Assignments,
    int Completed,
    int SessionsHeld,
    int Attendance,
    int Expected
);

/// <summary>The review report of a period: what was carried out, by whom, how it was rated and who was recognised.</summary>
/// <param name="AsOf">UTC: the figures are those of this moment.</param>
public sealed record ReviewReport(
    Guid CampaignId,
    string Campaign,
    string? District,
    string DistrictName,
    DateOnly From,
    DateOnly To,
    DateTimeOffset AsOf,
    Figures Figures,
    IReadOnlyList<DocumentLine> Documents,
    IReadOnlyList<QuarterFigures> Quarters,
    IReadOnlyList<NamedCount> Topics,
    IReadOnlyList<RatingFigures> Ratings,
    IReadOnlyList<UnitLine> Units,
    IReadOnlyList<AwardLine> Awards
);

/// <summary>Roll-ups and the review report, through the gateway.</summary>
public sealed class CityClient(HttpClient http) : ApiClient(http, Contracts.Resources.City)
{
    public Task<Page<CampaignSummary>> CampaignsAsync(string? cursor = null, CancellationToken ct = default) =>
        GetAsync<Page<CampaignSummary>>(Query("campaigns", ("cursor", cursor)), ct);

    public Task<CampaignFigures> FiguresAsync(Guid campaign, string? district = null, CancellationToken ct = default) =>
        GetAsync<CampaignFigures>(Query($"campaigns/{campaign}/figures", ("district", district)), ct);

    public Task<Page<DistrictFigures>> DistrictsAsync(Guid campaign, string? cursor = null, CancellationToken ct = default) =>
        GetAsync<Page<DistrictFigures>>(Query($"campaigns/{campaign}/districts", ("cursor", cursor)), ct);

    public Task<Page<QuarterFigures>> QuartersAsync(Guid campaign, string? district = null, CancellationToken ct = default) =>
        GetAsync<Page<QuarterFigures>>(Query($"campaigns/{campaign}/quarters", ("district", district)), ct);

    public Task<ReviewReport> ReviewReportAsync(
        Guid campaign,
        string? district = null,
        DateOnly? from = null,
        DateOnly? to = null,
        CancellationToken ct = default
    ) => GetAsync<ReviewReport>(Query($"campaigns/{campaign}/review-report", ("district", district), ("from", from), ("to", to)), ct);

    public Task<byte[]> ReviewReportDocxAsync(
        Guid campaign,
        string? district = null,
        DateOnly? from = null,
        DateOnly? to = null,
        CancellationToken ct = default
    ) => GetBytesAsync(Query($"campaigns/{campaign}/review-report.docx", ("district", district), ("from", from), ("to", to)), ct);
}
