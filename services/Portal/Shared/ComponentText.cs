namespace Campaign.Portal.Shared;

/// <summary>
/// The words inside the component library's controls, in Vietnamese (<c>ComponentText.resx</c>) and English (<c>ComponentText.en.resx</c>).
/// </summary>
public sealed class ComponentText;
