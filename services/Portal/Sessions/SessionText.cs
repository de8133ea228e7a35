namespace Campaign.Portal.Sessions;

/// <summary>Sessions and check-in: its texts, in Vietnamese (<c>SessionText.resx</c>) and English (<c>SessionText.en.resx</c>).</summary>
public sealed class SessionText;
