namespace Campaign.Portal.Shared;

/// <summary>
/// A sentence for each type of problem, in Vietnamese (<c>ProblemTexts.resx</c>) and English (<c>ProblemTexts.en.resx</c>).
/// </summary>
public sealed class ProblemTexts;
