namespace Campaign.Portal.Planning;

/// <summary>
/// Planning, series and calendar: their texts, in Vietnamese (<c>PlanText.resx</c>) and English (<c>PlanText.en.resx</c>).
/// </summary>
public sealed class PlanText;
