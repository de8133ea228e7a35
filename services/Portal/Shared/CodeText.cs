namespace Campaign.Portal.Shared;

/// <summary>Names of codes: <c>catalogue.code</c>, in Vietnamese (<c>CodeText.resx</c>) and English (<c>CodeText.en.resx</c>).</summary>
public sealed class CodeText;
