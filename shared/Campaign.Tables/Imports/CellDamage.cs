using System.Text.RegularExpressions;

namespace Campaign.Tables.Imports;

/// <summary>Values that another program broke before the file came here: taken as they are, they would be wrong names for years.</summary>
internal static partial class CellDamage
{
    private static readonly HashSet<string> s_errors = ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"];

    /// <returns>What is wrong and what to do; null when nothing is.</returns>
    public static (string Wrong, string Remedy)? Of(string value) =>
        s_errors.Contains(value) ? ("The cell holds an error of the spreadsheet.", "Mend its formula, or write the value itself.")
        : Lost().IsMatch(value)
            ? ("Letters were lost when the file was saved.", "Save it again from the original as 'CSV UTF-8' or as an XLSX workbook.")
        : Tcvn3().IsMatch(value) ? ("The text is in the old TCVN3 (ABC) code.", "Convert it to Unicode and send the file again.")
        : null;

    /// <summary>A question mark in a word, as an encoding without the letter writes it: <c>Nguy?n</c>.</summary>
    [GeneratedRegex(@"\p{L}\?\p{L}|\uFFFD")]
    private static partial Regex Lost();

    /// <summary>Signs that are letters in TCVN3 and stand in no Vietnamese word: <c>V¨n</c> is Văn, <c>§Æng</c> Đặng.</summary>
    [GeneratedRegex(@"\p{L}[¡-ª¬®µ-¹¼-¾Þþ]|[¡-ª¬®µ-¹¼-¾Þþ]\p{L}")]
    private static partial Regex Tcvn3();
}
