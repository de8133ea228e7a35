namespace Campaign.Api.Session;

/// <summary>What people read on the calendar about a session: of one session, or of all of a series.</summary>
/// <param name="Topic">1–500 characters.</param>
/// <param name="Form">Of <see cref="SessionCatalogues.Forms"/>, as of the day.</param>
/// <param name="Place">At most 300 characters.</param>
/// <param name="PlannedMinutes">10–1,440.</param>
/// <param name="Activity">What is done in it, of <see cref="SessionCatalogues.Activities"/>; null for nothing in particular.</param>
/// <param name="Extended">Open to people who are not members (sinh hoạt mở rộng).</param>
public sealed record SessionPlan(
    string Topic,
    [property: CodeOf("session-forms")] string Form,
    string Place,
    int PlannedMinutes,
    [property: CodeOf("session-activities")] string? Activity = null,
    bool Extended = false
);
