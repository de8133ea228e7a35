using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Campaign.Directives.Documents;

/// <summary>
/// Symbol (số, ký hiệu) of a party document: number, type code and issuer suffix, e.g. <c>16-HD/BTCTW</c>. Numbers start
/// again with each committee term, so a symbol alone never identifies a document (Quy định 399-QĐ/TW, 9/1/2026).
/// </summary>
/// <param name="Number">From 1.</param>
/// <param name="TypeCode">In the spelling of the catalogue, e.g. <c>QyĐ</c>.</param>
/// <param name="IssuerSuffix">Upper case: a body (TW, TU, ĐU, QU) or an office (VPTW, BTCTW).</param>
public sealed partial record Symbol(int Number, string TypeCode, string IssuerSuffix)
{
    public const int MaxLength = 60;

    /// <summary>Normalised: no blanks, one kind of hyphen, at least two digits.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number:00}-{TypeCode}/{IssuerSuffix}");

    /// <summary>Reads a symbol as people write it: "số 16 - hd/btctw" is <c>16-HD/BTCTW</c>.</summary>
    /// <param name="codes">Type codes of the catalogue; their spelling wins over the one written.</param>
    /// <returns>Null when it is not a symbol with one of the codes.</returns>
    public static Symbol? TryParse(string? text, IEnumerable<string> codes)
    {
        if (text is null || text.Length > MaxLength)
        {
            return null;
        }

        var match = Shape().Match(text.Normalize(NormalizationForm.FormC));
        if (!match.Success || !int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return null;
        }

        var written = match.Groups["type"].Value;
        return codes.FirstOrDefault(code => string.Equals(code, written, StringComparison.OrdinalIgnoreCase)) is { } code
            ? new Symbol(number, code, match.Groups["issuer"].Value.ToUpperInvariant())
            : null;
    }

    // office software writes hyphens as dashes: U+2010 to U+2015 and the minus sign stand for one
    [GeneratedRegex(@"^\s*(?:số\s*:?\s*)?(?<number>[0-9]{1,6})\s*[-\u2010-\u2015\u2212]\s*(?<type>\p{L}{1,6})\s*/\s*(?<issuer>\p{L}[\p{L}0-9]{0,15})\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
