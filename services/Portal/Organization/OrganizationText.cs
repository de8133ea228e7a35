namespace Campaign.Portal.Organization;

/// <summary>
/// Units and members: its texts, in Vietnamese (<c>OrganizationText.resx</c>) and English (<c>OrganizationText.en.resx</c>).
/// </summary>
public sealed class OrganizationText;
