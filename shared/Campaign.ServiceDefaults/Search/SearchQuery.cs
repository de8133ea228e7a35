using System.Linq.Expressions;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;
using Campaign.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.ServiceDefaults.Search;

/// <summary>Searches rows by the beginnings of their words, see <see cref="SearchText"/>.</summary>
public static class SearchQuery
{
    /// <summary>
    /// Rows whose text has, for each word of <paramref name="query"/>, a word that begins with it; all rows when there is no
    /// query, none when it has no letter or digit.
    /// </summary>
    /// <exception cref="Problem"><c>invalid-request</c>: the query is too long.</exception>
    public static IQueryable<T> Matching<T>(this IQueryable<T> rows, string? query, Expression<Func<T, string[]>> beginnings)
    {
        Problem.Unless(
            query is null || query.Length <= SearchText.MaxQueryLength,
            "search",
            FieldCodes.TooLong,
            ("max", SearchText.MaxQueryLength)
        );
        if (string.IsNullOrWhiteSpace(query))
        {
            return rows;
        }

        var words = SearchText.Words(query);
        if (words.Length == 0)
        {
            return rows.Where(_ => false);
        }

        Expression<Func<string[], bool>> matches = stored => words.All(word => stored.Contains(word));
        return rows.Where(
            Expression.Lambda<Func<T, bool>>(new Replace(matches.Parameters[0], beginnings.Body).Visit(matches.Body), beginnings.Parameters)
        );
    }

    /// <summary>The beginnings of what is stored folded in <c>search_text</c>, kept by the database.</summary>
    /// <remarks>Its migrations made the function <c>search_beginnings</c>.</remarks>
    public static void HasSearchBeginnings<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, string[]>> beginnings)
        where T : class => entity.Property(beginnings).HasComputedColumnSql("search_beginnings(search_text)", stored: true);

    private sealed class Replace(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : node;
    }
}
