namespace Campaign.Api.Imports;

/// <summary>What is wrong in one place of an imported file.</summary>
/// <param name="Line">Line of the file, from 1; the header is line 1.</param>
/// <param name="Column">Empty: the row or the file itself.</param>
/// <param name="Code">See <see cref="Problems.FieldCode"/>.</param>
/// <param name="Params">What the sentence names.</param>
/// <param name="Detail">What is wrong and what to do, in English.</param>
public sealed record ImportError(
    int Line,
    string Column,
    string Value,
    string Code,
    IReadOnlyDictionary<string, object?> Params,
    string Detail
);
