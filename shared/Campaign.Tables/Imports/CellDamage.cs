using System.Text.RegularExpressions;
using Campaign.Api.Imports;
using Campaign.Api.Problems;

namespace Campaign.Tables.Imports;

/// <summary>Values that another program broke before the file came here: taken as they are, they would be wrong names for years.</summary>
internal static partial class CellDamage
{
    private static readonly HashSet<string> s_errors = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"];

    /// <returns>What is wrong; null when nothing is.</returns>
    public static FieldCode? Of(string value) =>
        s_errors.Contains(value) ? ImportProblems.SpreadsheetError
        : Lost().IsMatch(value) ? ImportProblems.LettersLost
        : Tcvn3().IsMatch(value) ? ImportProblems.Tcvn3
        : null;

    /// <summary>A question mark in a word, as an encoding without the letter writes it: <c>Nguy?n</c>.</summary>
    [GeneratedRegex(@"\p{L}\?\p{L}|\uFFFD")]
    private static partial Regex Lost();

    /// <summary>Signs that are letters in TCVN3 and stand in no Vietnamese word: <c>V¨n</c> is Văn, <c>§Æng</c> Đặng.</summary>
    [GeneratedRegex(@"\p{L}[¡-ª¬®µ-¹¼-¾Þþ]|[¡-ª¬®µ-¹¼-¾Þþ]\p{L}")]
    private static partial Regex Tcvn3();
}
