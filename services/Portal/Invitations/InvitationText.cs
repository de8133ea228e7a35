namespace Campaign.Portal.Invitations;

/// <summary>
/// Invitations, answers and one's own meetings: their texts, in Vietnamese (<c>InvitationText.resx</c>) and English
/// (<c>InvitationText.en.resx</c>).
/// </summary>
public sealed class InvitationText;
