namespace Campaign.Portal.Holding;

/// <summary>
/// Preparing, holding and judging a session: its texts, in Vietnamese (<c>HoldingText.resx</c>) and English (<c>HoldingText.en.resx</c>).
/// </summary>
public sealed class HoldingText;
