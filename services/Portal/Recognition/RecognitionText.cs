namespace Campaign.Portal.Recognition;

/// <summary>
/// Nominations and awards: its texts, in Vietnamese (<c>RecognitionText.resx</c>) and English (<c>RecognitionText.en.resx</c>).
/// </summary>
public sealed class RecognitionText;
