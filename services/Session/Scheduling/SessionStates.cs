using Campaign.Api;
using Campaign.Api.Session;

namespace Campaign.Sessions.Scheduling;

/// <summary>What a session goes through, see <see cref="Session"/>; the code branches on each, so none is added as data.</summary>
public static class SessionStates
{
    public const string Scheduled = "scheduled";
    public const string Open = "open";
    public const string Held = "held";
    public const string Cancelled = "cancelled";

    /// <summary>A day of a series that no session was made for yet.</summary>
    public const string Planned = "planned";

    /// <summary>A day of a series that no session will be made for.</summary>
    public const string Skipped = "skipped";

    /// <summary>Those of a session.</summary>
    public static readonly IReadOnlyList<string> All = [Scheduled, Open, Held, Cancelled];

    /// <summary>What they are called.</summary>
    public static readonly IReadOnlyList<CatalogueEntry> Entries =
    [
        Entry(Scheduled, "Đã lên lịch", "Scheduled"),
        Entry(Open, "Đang điểm danh", "Open"),
        Entry(Held, "Đã tổ chức", "Held"),
        Entry(Cancelled, "Đã hủy", "Cancelled"),
        Entry(Planned, "Dự kiến", "Planned"),
        Entry(Skipped, "Bỏ", "Skipped"),
    ];

    private static CatalogueEntry Entry(string code, string vietnamese, string english) => new(
        code, new Dictionary<string, string> { [CatalogueEntry.Vietnamese] = vietnamese, [CatalogueEntry.English] = english }, DateOnly.MinValue,
        Traits: All.Contains(code) ? new Dictionary<string, string> { [SessionCatalogues.OfSession] = "true" } : null);
}
