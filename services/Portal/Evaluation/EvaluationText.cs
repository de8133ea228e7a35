namespace Campaign.Portal.Evaluation;

/// <summary>
/// Periods and reviews: its texts, in Vietnamese (<c>EvaluationText.resx</c>) and English (<c>EvaluationText.en.resx</c>).
/// </summary>
public sealed class EvaluationText;
