using System.Globalization;
using System.Text;
using Campaign.Texts;

namespace Campaign.Directives.Documents;

/// <summary>Text as it is searched and compared: without diacritics, case and repeated blanks ("Thành ủy" is "thanh uy").</summary>
public static class FoldedText
{
    public static string Of(params IEnumerable<string> parts)
    {
        var folded = new StringBuilder();
        foreach (var character in TypedText.Decomposed(string.Join(' ', parts)))
        {
            if (char.IsWhiteSpace(character))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                // đ has no decomposition
                folded.Append(char.ToLowerInvariant(character) is 'đ' ? 'd' : char.ToLowerInvariant(character));
            }
        }

        return folded.ToString().TrimEnd();
    }
}
