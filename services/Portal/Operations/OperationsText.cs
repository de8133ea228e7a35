namespace Campaign.Portal.Operations;

/// <summary>
/// The operations page: its texts, in Vietnamese (<c>OperationsText.resx</c>) and English (<c>OperationsText.en.resx</c>).
/// </summary>
public sealed class OperationsText;
