namespace Campaign.Portal.Commitments;

/// <summary>Commitments: its texts, in Vietnamese (<c>CommitmentText.resx</c>) and English (<c>CommitmentText.en.resx</c>).</summary>
public sealed class CommitmentText;
