namespace Campaign.Api;

/// <summary>What is wrong in one place of an imported file.</summary>
/// <param name="Line">Line of the file, from 1; the header is line 1.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record ImportError(int Line, string Column, string Value, string Wrong, string Remedy);
