namespace Campaign.Portal.Reports;

/// <summary>The review report: its texts, in Vietnamese (<c>ReportText.resx</c>) and English (<c>ReportText.en.resx</c>).</summary>
public sealed class ReportText;
