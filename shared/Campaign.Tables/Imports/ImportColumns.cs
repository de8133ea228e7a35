using System.Collections.Frozen;
using Campaign.Texts;

namespace Campaign.Tables.Imports;

/// <summary>
/// The columns of a kind of file. A header may use these names or the Vietnamese ones that offices write, with or without
/// diacritics, in any order; so may the values of catalogues.
/// </summary>
public sealed class ImportColumns
{
    /// <summary>A column that every export has and no import needs: a running number, remarks, no name at all.</summary>
    public const string Ignored = "";

    private static readonly string[] s_ignored = ["", "stt", "tt", "so thu tu", "ghi chu"];

    private readonly FrozenDictionary<string, string> _names;
    private readonly FrozenDictionary<(string Column, string Word), string> _words;
    private readonly FrozenSet<string> _worded;
    private readonly FrozenDictionary<string, Func<string, string>> _reduced;

    /// <param name="required">Names of the columns that a file must have.</param>
    /// <param name="optional">Names of those that it may have.</param>
    /// <param name="names">Other names of a column, folded.</param>
    /// <param name="words">What offices write for a catalogue's code, folded.</param>
    /// <param name="reduced">What of a column's value is kept.</param>
    public ImportColumns(
        IReadOnlyList<string> required,
        IReadOnlyList<string> optional,
        IReadOnlyDictionary<string, string[]>? names = null,
        IReadOnlyDictionary<(string Column, string Value), string[]>? words = null,
        IReadOnlyDictionary<string, Func<string, string>>? reduced = null
    )
    {
        (Required, Optional) = (required, optional);
        _reduced = (reduced ?? new Dictionary<string, Func<string, string>>()).ToFrozenDictionary();
        _names = (names ?? new Dictionary<string, string[]>())
            .SelectMany(column => column.Value.Select(name => (name, column.Key)))
            .Concat(s_ignored.Select(name => (name, Ignored)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.Item2);
        _words = (words ?? new Dictionary<(string, string), string[]>())
            .SelectMany(value => value.Value.Select(word => ((value.Key.Column, word), value.Key.Value)))
            .ToFrozenDictionary(pair => pair.Item1, pair => pair.Value);
        _worded = _words.Keys.Select(word => word.Column).ToFrozenSet();
    }

    public IReadOnlyList<string> Required { get; }

    public IReadOnlyList<string> Optional { get; }

    public string Header => string.Join(',', [.. Required, .. Optional]);

    /// <summary>The column that a name in a header stands for; the name itself when it is not known.</summary>
    public string Named(string name) => _names.GetValueOrDefault(SearchText.Fold(name).Trim(), name.Trim().ToLowerInvariant());

    /// <summary>Whether a name in a header stands for a column of this kind of file.</summary>
    public bool Has(string name) => Named(name) is var column && (Required.Contains(column) || Optional.Contains(column));

    /// <summary>A catalogue's code for the word that offices write; any other value as it is, or what is kept of it.</summary>
    public string Value(string column, string value) =>
        _worded.Contains(column) && _words.TryGetValue((column, SearchText.Fold(value).Trim()), out var code) ? code
        : _reduced.TryGetValue(column, out var reduce) ? reduce(value)
        : value;
}
