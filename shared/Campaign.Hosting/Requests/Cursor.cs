using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Campaign.Api;
using Campaign.Api.Problems;
using Campaign.Hosting.Problems;

namespace Campaign.Hosting.Requests;

/// <summary>Keyset paging: the cursor holds the sort key of the last row seen, opaque to the caller.</summary>
public static class Cursor
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 500;

    /// <summary>The page size asked for, within 1–<see cref="MaxLimit"/>.</summary>
    public static int Limit(int? limit)
    {
        Problem.Unless(limit is null or (>= 1 and <= MaxLimit), "limit", FieldCodes.Range, ("min", 1), ("max", MaxLimit));
        return limit ?? DefaultLimit;
    }

    /// <summary>A page of at most <paramref name="limit"/> items out of <paramref name="rows"/>, which were read with limit + 1.</summary>
    /// <param name="key">What the rows are sorted by: texts, numbers, ids, days and times.</param>
    public static Page<T> Page<T>(IReadOnlyList<T> rows, int limit, Func<T, object[]> key) => Page(rows, limit, row => row, key);

    /// <inheritdoc cref="Page{T}(IReadOnlyList{T}, int, Func{T, object[]})"/>
    public static Page<TItem> Page<TRow, TItem>(IReadOnlyList<TRow> rows, int limit, Func<TRow, TItem> item, Func<TRow, object[]> key) =>
        new([.. rows.Take(limit).Select(item)], Next(rows, limit, key));

    /// <summary>The cursor of the page that follows, null after the last one.</summary>
    /// <inheritdoc cref="Page{T}(IReadOnlyList{T}, int, Func{T, object[]})"/>
    public static string? Next<T>(IReadOnlyList<T> rows, int limit, Func<T, object[]> key) =>
        rows.Count > limit ? Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('\n', key(rows[limit - 1]).Select(Text)))) : null;

    /// <summary>The id after which a list that is sorted by id alone goes on; null when it begins.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>: not a cursor of this list.</exception>
    public static Guid? Id(string? cursor) => After<Guid>(cursor, out var id) ? id : null;

    /// <summary>The key after which a list goes on; false when it begins.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>: not a cursor of this list.</exception>
    public static bool After<T>(string? cursor, [MaybeNullWhen(false)] out T key)
        where T : IParsable<T>
    {
        var parts = Parts(cursor, 1);
        key = parts is null ? default : Part<T>(parts[0]);
        return parts is not null;
    }

    /// <inheritdoc cref="After{T}(string, out T)"/>
    public static bool After<T1, T2>(string? cursor, [MaybeNullWhen(false)] out T1 first, [MaybeNullWhen(false)] out T2 second)
        where T1 : IParsable<T1>
        where T2 : IParsable<T2>
    {
        var parts = Parts(cursor, 2);
        (first, second) = parts is null ? default : (Part<T1>(parts[0]), Part<T2>(parts[1]));
        return parts is not null;
    }

    /// <inheritdoc cref="After{T}(string, out T)"/>
    public static bool After<T1, T2, T3>(
        string? cursor,
        [MaybeNullWhen(false)] out T1 first,
        [MaybeNullWhen(false)] out T2 second,
        [MaybeNullWhen(false)] out T3 third
    )
        where T1 : IParsable<T1>
        where T2 : IParsable<T2>
        where T3 : IParsable<T3>
    {
        var parts = Parts(cursor, 3);
        (first, second, third) = parts is null ? default : (Part<T1>(parts[0]), Part<T2>(parts[1]), Part<T3>(parts[2]));
        return parts is not null;
    }

    private static string[]? Parts(string? cursor, int count)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n');
            return parts.Length == count && !Array.Exists(parts, part => part.Contains('\0', StringComparison.Ordinal))
                ? parts
                : throw NotOfThisList();
        }
        catch (FormatException)
        {
            throw NotOfThisList();
        }
    }

    private static T Part<T>(string text)
        where T : IParsable<T> =>
        !T.TryParse(text, CultureInfo.InvariantCulture, out var part) ? throw NotOfThisList()
        // a column of times takes no other
        : part is DateTimeOffset time ? (T)(object)time.ToUniversalTime()
        : part;

    private static string Text(object part) =>
        part switch
        {
            DateTimeOffset time => time.ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            _ => (string)part,
        };

    private static Problem NotOfThisList() => Problem.Invalid("cursor", FieldCodes.Cursor);
}
