using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Campaign.Defaults.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Defaults.Search;

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
    /// Rows whose text has, for each word of <paramref name="query"/>, a word that begins with it; all rows when there is no
    /// query, none when it has no letter or digit.
    /// </summary>
    /// <exception cref="Problem"><c>invalid-request</c>: the query is too long.</exception>
    public static IQueryable<T> Matching<T>(this IQueryable<T> rows, string? query, Expression<Func<T, string[]>> beginnings)
    {
        Problem.Unless(query is null || query.Length <= MaxQueryLength, $"'search' must have at most {MaxQueryLength} characters. Search for fewer words.");
        if (string.IsNullOrWhiteSpace(query))
        {
            return rows;
        }

        var words = Words(query);
        if (words.Length == 0)
        {
            return rows.Where(_ => false);
        }

        Expression<Func<string[], bool>> matches = stored => words.All(word => stored.Contains(word));
        return rows.Where(Expression.Lambda<Func<T, bool>>(new Replace(matches.Parameters[0], beginnings.Body).Visit(matches.Body), beginnings.Parameters));
    }

    /// <summary>Whether a code or a number is among what is searched for.</summary>
    public static bool HasNumber(string? query) => query is not null && query.Any(char.IsDigit);

    /// <summary>Folded; without those that begin another one, which are found with it.</summary>
    public static string[] Words(string query)
    {
        var words = Fold(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxWords).ToList();
        return [.. words.Where(word => !words.Exists(other => other.Length > word.Length && other.StartsWith(word, StringComparison.Ordinal)))];
    }

    /// <summary>The beginnings of what is stored folded in <c>search_text</c>, kept by the database.</summary>
    /// <remarks>Its migrations made the function <c>search_beginnings</c>.</remarks>
    public static void HasSearchBeginnings<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, string[]>> beginnings)
        where T : class =>
        entity.Property(beginnings).HasComputedColumnSql("search_beginnings(search_text)", stored: true);

    private sealed class Replace(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : node;
    }
}
