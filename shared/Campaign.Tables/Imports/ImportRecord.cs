namespace Campaign.Tables.Imports;

/// <summary>
/// One record of a table. <paramref name="Broken"/>: its quotation marks do not pair up, so its values mean nothing.
/// </summary>
internal sealed record ImportRecord(int Line, IReadOnlyList<string> Values, bool Broken = false);
