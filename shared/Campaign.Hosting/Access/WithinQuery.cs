using System.Linq.Expressions;
using Campaign.Contracts;

namespace Campaign.Hosting.Access;

/// <summary>Limits a query to unit subtrees, as ranges over an index on the path (collation C).</summary>
public static class WithinQuery
{
    /// <summary>
    /// Rows in the subtrees of the caller; with <paramref name="under"/> only in that subtree, which the caller must cover.
    /// </summary>
    /// <exception cref="Problems.Problem"><c>outside-your-units</c>.</exception>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, Caller caller, string? under, Expression<Func<T, string>> path)
    {
        if (under is not null)
        {
            caller.Demand(under);
        }

        return rows.Within(under is null ? caller.Paths : [under], path);
    }

    /// <summary>Rows in any of the subtrees; none when there is no root.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> rows, IReadOnlyList<string> roots, Expression<Func<T, string>> path)
    {
        var any = roots.Aggregate((Expression)Expression.Constant(false), (all, root) =>
            Expression.OrElse(all, InSubtree(path.Body, root))
        );
        return rows.Where(Expression.Lambda<Func<T, bool>>(any, path.Parameters));
    }

    private static BinaryExpression InSubtree(Expression path, string root)
    {
        var (low, high) = UnitPath.Below(root);
        return Expression.OrElse(
            Expression.Equal(path, Value(root)),
            Expression.AndAlso(
                Expression.GreaterThanOrEqual(Compare(path, low), Expression.Constant(0)),
                Expression.LessThan(Compare(path, high), Expression.Constant(0))
            )
        );
    }

    private static MethodCallExpression Compare(Expression path, string value) =>
        Expression.Call(typeof(string), nameof(string.Compare), [], path, Value(value));

    // a captured value, so that the query plan is shared and the value is a parameter
    private static MemberExpression Value(string value) =>
        Expression.Property(Expression.Constant(new Captured(value)), nameof(Captured.Text));

    private sealed record Captured(string Text);
}
