using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Campaign.Api;
using Campaign.Defaults.Problems;

namespace Campaign.Defaults.Requests;

/// <summary>Keyset paging: the cursor holds the sort key of the last row seen, opaque to the caller.</summary>
public static class Cursor
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 500;

    /// <summary>The page size asked for, within 1–<see cref="MaxLimit"/>.</summary>
    public static int Limit(int? limit)
    {
        Problem.Unless(limit is null or (>= 1 and <= MaxLimit), $"'limit' must lie between 1 and {MaxLimit}.");
        return limit ?? DefaultLimit;
    }

    /// <summary>A page of at most <paramref name="limit"/> items out of <paramref name="rows"/>, which were read with limit + 1.</summary>
    public static Page<T> Page<T>(IReadOnlyList<T> rows, int limit, Func<T, IFormattable?[]> key) => Page(rows, limit, row => row, key);

    /// <inheritdoc cref="Page{T}(IReadOnlyList{T}, int, Func{T, IFormattable[]})"/>
    public static Page<TItem> Page<TRow, TItem>(IReadOnlyList<TRow> rows, int limit, Func<TRow, TItem> item, Func<TRow, IFormattable?[]> key) =>
        new([.. rows.Take(limit).Select(item)], rows.Count > limit ? Encode([.. key(rows[limit - 1]).Select(Text)]) : null);

    /// <summary>A page of a list that is sorted by a text alone; rows were read with limit + 1.</summary>
    public static Page<T> Page<T>(IReadOnlyList<T> rows, int limit, Func<T, string> key) =>
        new([.. rows.Take(limit)], rows.Count > limit ? Encode(key(rows[limit - 1])) : null);

    /// <summary>Encodes sort keys.</summary>
    public static string Encode(params string[] parts) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('\n', parts)));

    /// <summary>The parts of a cursor, null when there is none.</summary>
    /// <exception cref="Problem"><c>invalid-request</c>: not a cursor of this list.</exception>
    public static string[]? Decode(string? cursor, int parts)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        try
        {
            var values = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('\n');
            return values.Length == parts ? values : throw new FormatException();
        }
        catch (FormatException)
        {
            throw Problem.Invalid("'cursor' is not one that this list gave. Start again without it.");
        }
    }

    /// <summary>The cursor of a list sorted by id alone.</summary>
    public static Guid? Id(string? cursor) =>
        Decode(cursor, 1) is not [var text] ? null
        : Guid.TryParse(text, out var id) ? id
        : throw Problem.Invalid("'cursor' is not one that this list gave. Start again without it.");

    private static string Text(IFormattable? part) => part is DateTimeOffset time
        ? time.ToString("O", CultureInfo.InvariantCulture)
        : part?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
