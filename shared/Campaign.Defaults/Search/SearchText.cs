using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Campaign.Defaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Defaults.Search;

/// <summary>
/// Search without diacritics and case: "thanh xuan" finds "Thanh Xuân", "dang" finds "Đảng". What is searched is stored
/// folded beside what is shown, under a trigram index; every word of the query must begin a word of it.
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
        foreach (var letter in string.Join(' ', texts).Normalize(NormalizationForm.FormD))
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

    /// <summary>
    /// Rows whose folded text has, for each word of <paramref name="query"/>, a word that begins with it; all rows when there is no
    /// query, none when it has no letter or digit.
    /// </summary>
    /// <exception cref="Problem"><c>invalid-request</c>: the query is too long.</exception>
    public static IQueryable<T> Matching<T>(this IQueryable<T> rows, string? query, Expression<Func<T, string>> text)
    {
        Problem.Unless(query is null || query.Length <= MaxQueryLength, $"'search' must have at most {MaxQueryLength} characters. Search for fewer words.");
        var words = Fold(query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxWords).ToList();
        if (words.Count == 0 && !string.IsNullOrWhiteSpace(query))
        {
            return rows.Where(_ => false);
        }

        foreach (var word in words)
        {
            Expression<Func<string, bool>> matches = stored => EF.Functions.Like(stored, $"% {word}%");
            rows = rows.Where(Expression.Lambda<Func<T, bool>>(
                new Replace(matches.Parameters[0], text.Body).Visit(matches.Body), text.Parameters));
        }

        return rows;
    }

    private sealed class Replace(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : node;
    }
}
