namespace Campaign.Portal.SessionReports;

/// <summary>
/// Coverage and attendance reports: their texts, in Vietnamese (<c>SessionReportText.resx</c>) and English
/// (<c>SessionReportText.en.resx</c>).
/// </summary>
public sealed class SessionReportText;
