namespace Campaign.Portal.Reorganisation;

/// <summary>
/// Decisions that reorganise the tree: its texts, in Vietnamese (<c>ReorganisationText.resx</c>) and English
/// (<c>ReorganisationText.en.resx</c>).
/// </summary>
public sealed class ReorganisationText;
