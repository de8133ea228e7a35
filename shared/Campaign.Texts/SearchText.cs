using System.Globalization;
using System.Text;

namespace Campaign.Texts;

/// <summary>
/// Search without diacritics and case: "thanh xuan" finds "Thanh Xuân", "dang" finds "Đảng". What is searched is stored
/// folded beside what is shown, and with it every beginning of every word, under an index: each word of the query must be one of
/// them. A query then is one list of the index for each word; by trigrams it would be four, one of them as long as a fifth of the table.
/// </summary>
public static class SearchText
{
    public const int MaxQueryLength = 100;
    private const int MaxWords = 8;

    /// <summary>Words in lower-case base letters and digits, each after one space: <c>" thanh xuan"</c>.</summary>
    public static string Fold(params string[] texts)
    {
        var folded = new StringBuilder();
        var inWord = false;
        foreach (var letter in TypedText.Decomposed(string.Join(' ', texts)))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (!char.IsLetterOrDigit(letter))
            {
                inWord = false;
                continue;
            }

            if (!inWord)
            {
                folded.Append(' ');
                inWord = true;
            }

            // đ is a letter of its own: decomposition leaves it alone
            folded.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }

    /// <summary>Whether a code or a number is among what is searched for.</summary>
    public static bool HasNumber(string? query) => query is not null && query.Any(char.IsDigit);

    /// <summary>Folded; without those that begin another one, which are found with it.</summary>
    public static string[] Words(string query)
    {
        var words = Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxWords).ToList();
        return
        [
            .. words.Where(word => !words.Exists(other => other.Length > word.Length && other.StartsWith(word, StringComparison.Ordinal))),
        ];
    }
}
