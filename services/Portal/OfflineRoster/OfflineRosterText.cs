namespace Campaign.Portal.OfflineRoster;

/// <summary>
/// The roster that works without a network: its texts, in Vietnamese (<c>OfflineRosterText.resx</c>) and English
/// (<c>OfflineRosterText.en.resx</c>).
/// </summary>
public sealed class OfflineRosterText;
