namespace Campaign.Portal.Accounts;

/// <summary>
/// The pages of accounts and other systems: their texts, in Vietnamese (<c>AccountText.resx</c>) and English (<c>AccountText.en.resx</c>).
/// </summary>
public sealed class AccountText;
