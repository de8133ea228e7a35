namespace Campaign.Portal.App;

/// <summary>The frame of the pages: its texts, in Vietnamese (<c>AppText.resx</c>) and English (<c>AppText.en.resx</c>).</summary>
public sealed class AppText;
