namespace Campaign.Portal.Directives;

/// <summary>
/// Directives and assignments: its texts, in Vietnamese (<c>DirectiveText.resx</c>) and English (<c>DirectiveText.en.resx</c>).
/// </summary>
public sealed class DirectiveText;
