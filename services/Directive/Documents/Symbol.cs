using System.Globalization;
using System.Text.RegularExpressions;
using Campaign.Texts;

namespace Campaign.Directives.Documents;

/// <summary>
/// Symbol (số, ký hiệu) of a document. A party document's is number, type code and issuer suffix, e.g. <c>16-HD/BTCTW</c>; its numbers
/// start
/// again with each committee term (Quy định 399-QĐ/TW, 9/1/2026). A state document's is <c>39/KH-UBND</c>, and <c>120/UBND-NV</c> for an
/// official
/// letter, which names no type; its numbers start again each year (Nghị định 30/2020/NĐ-CP, Phụ lục I). So a symbol alone never identifies
/// a document.
/// </summary>
/// <param name="Number">From 1.</param>
/// <param name="TypeCode">In the spelling of the catalogue, e.g. <c>QyĐ</c>.</param>
/// <param name="IssuerSuffix">Upper case: a body (TW, TU, ĐU, QU) or an office (VPTW, BTCTW); of the state UBND, and the unit that drew it
/// up.</param>
/// <param name="IsState">Written as state bodies do.</param>
public sealed partial record Symbol(int Number, string TypeCode, string IssuerSuffix, bool IsState = false)
{
    public const int MaxLength = 60;

    /// <summary>Code of the official letter (công văn).</summary>
    private const string Letter = "CV";

    /// <summary>Normalised: no blanks, one kind of hyphen, at least two digits.</summary>
    public override string ToString() =>
        !IsState ? string.Create(CultureInfo.InvariantCulture, $"{Number:00}-{TypeCode}/{IssuerSuffix}")
        // of an official letter only the body's name is left, which alone would be no symbol
        : TypeCode == Letter && IssuerSuffix.Contains('-', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"{Number:00}/{IssuerSuffix}")
        : string.Create(CultureInfo.InvariantCulture, $"{Number:00}/{TypeCode}-{IssuerSuffix}");

    /// <summary>
    /// Reads a symbol as people write it: "số 16 - hd/btctw" is <c>16-HD/BTCTW</c>, "39 / kh - ubnd" is <c>39/KH-UBND</c>.
    /// </summary>
    /// <param name="codes">Type codes of the catalogue; their spelling wins over the one written.</param>
    /// <returns>Null when it is not a symbol with one of the codes.</returns>
    public static Symbol? TryParse(string? text, IEnumerable<string> codes)
    {
        if (text is null || text.Length > MaxLength)
        {
            return null;
        }

        var written = TypedText.Composed(text);
        var (party, state) = (PartyShape().Match(written), StateShape().Match(written));
        return party.Success ? Party(party, codes)
            : state.Success ? State(state, codes)
            : null;
    }

    private static Symbol? Party(Match match, IEnumerable<string> codes) =>
        Numbered(match) is { } number && Known(codes, match.Groups["type"].Value) is { } code
            ? new Symbol(number, code, match.Groups["issuer"].Value.ToUpperInvariant())
            : null;

    private static Symbol? State(Match match, IEnumerable<string> codes)
    {
        if (Numbered(match) is not { } number)
        {
            return null;
        }

        var parts = Hyphen().Split(match.Groups["rest"].Value).Select(part => part.Trim()).ToArray();
        return Known(codes, parts[0]) is { } code
            ? new Symbol(number, code, string.Join('-', parts[1..]).ToUpperInvariant(), true)
            : new Symbol(number, Letter, string.Join('-', parts).ToUpperInvariant(), true);
    }

    private static int? Numbered(Match match) =>
        int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;

    private static string? Known(IEnumerable<string> codes, string written) =>
        codes.FirstOrDefault(code => string.Equals(code, written, StringComparison.OrdinalIgnoreCase));

    // office software writes hyphens as dashes: U+2010 to U+2015 and the minus sign stand for one
    [GeneratedRegex(
        @"^\s*(?:số\s*:?\s*)?(?<number>[0-9]{1,6})\s*"
            + @"[-\u2010-\u2015\u2212]\s*(?<type>\p{L}{1,6})\s*/\s*(?<issuer>\p{L}[\p{L}0-9]{0,15})\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex PartyShape();

    [GeneratedRegex(
        @"^\s*(?:số\s*:?\s*)?(?<number>[0-9]{1,6})\s*/\s*"
            + @"(?<rest>\p{L}[\p{L}0-9]{0,9}(?:\s*[-\u2010-\u2015\u2212]\s*\p{L}[\p{L}0-9]{0,9}){1,2})\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex StateShape();

    [GeneratedRegex(@"[-\u2010-\u2015\u2212]")]
    private static partial Regex Hyphen();
}
