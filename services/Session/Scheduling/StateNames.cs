using Campaign.Api;
using Campaign.Api.Session;

namespace Campaign.Sessions.Scheduling;

/// <summary>What the states are called.</summary>
public static class StateNames
{
    public static readonly IReadOnlyList<CatalogueEntry> Entries =
    [
        Entry(SessionStates.Scheduled, "Đã lên lịch", "Scheduled"),
        Entry(SessionStates.Open, "Đang điểm danh", "Open"),
        Entry(SessionStates.Held, "Đã tổ chức", "Held"),
        Entry(SessionStates.Cancelled, "Đã hủy", "Cancelled"),
        Entry(SessionStates.Planned, "Dự kiến", "Planned"),
        Entry(SessionStates.Skipped, "Bỏ", "Skipped"),
    ];

    private static CatalogueEntry Entry(string code, string vietnamese, string english) =>
        new(
            code,
            new Dictionary<string, string> { [CatalogueEntry.Vietnamese] = vietnamese, [CatalogueEntry.English] = english },
            DateOnly.MinValue,
            Traits: SessionStates.All.Contains(code) ? new Dictionary<string, string> { [SessionCatalogues.OfSession] = "true" } : null
        );
}
