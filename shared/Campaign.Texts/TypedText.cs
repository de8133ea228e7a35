using System.Globalization;
using System.Text;

namespace Campaign.Texts;

/// <summary>Text as people and programs write it, in the one spelling that is stored and compared.</summary>
public static class TypedText
{
    /// <summary>Each letter with its marks as one character: Vietnamese comes decomposed from some keyboards and systems.</summary>
    public static string Composed(string text) => text.Normalize(NormalizationForm.FormC);

    /// <summary>Each letter before its marks, for what is compared without them.</summary>
    public static string Decomposed(string text) => text.Normalize(NormalizationForm.FormD);

    /// <summary>
    /// Composed and trimmed, without what nobody sees (zero-width characters, soft hyphens), with a space for control characters other
    /// than line ends, and with the Vietnamese Đ for the Icelandic Ð that looks the same and is found by no search.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in Composed(text))
        {
            var kept = letter switch
            {
                'Ð' => 'Đ',
                'ð' => 'đ',
                '\n' => letter,
                _ when char.IsControl(letter) || char.IsWhiteSpace(letter) => ' ',
                _ => letter,
            };
            if (CharUnicodeInfo.GetUnicodeCategory(kept) != UnicodeCategory.Format)
            {
                clean.Append(kept);
            }
        }

        return clean.ToString().Trim();
    }
}
