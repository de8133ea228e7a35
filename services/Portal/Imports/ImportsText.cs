namespace Campaign.Portal.Imports;

/// <summary>The import of files: its texts, in Vietnamese (<c>ImportsText.resx</c>) and English (<c>ImportsText.en.resx</c>).</summary>
public sealed class ImportsText;
