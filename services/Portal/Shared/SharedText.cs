namespace Campaign.Portal.Shared;

/// <summary>Words that many pages use, in Vietnamese (<c>SharedText.resx</c>) and English (<c>SharedText.en.resx</c>).</summary>
public sealed class SharedText;
