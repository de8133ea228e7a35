namespace Campaign.Portal.Home;

/// <summary>The overview: its texts, in Vietnamese (<c>HomeText.resx</c>) and English (<c>HomeText.en.resx</c>).</summary>
public sealed class HomeText;
