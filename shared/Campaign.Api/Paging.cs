namespace Campaign.Api;

/// <summary>Walks every page of a list.</summary>
public static class Paging
{
    /// <param name="page">Fetches the page behind a cursor; null is the first page.</param>
    public static async IAsyncEnumerable<T> AllAsync<T>(Func<string?, Task<Page<T>>> page)
    {
        string? cursor = null;
        do
        {
            var current = await page(cursor);
            foreach (var item in current.Items)
            {
                yield return item;
            }

            cursor = current.Next;
        } while (cursor is not null);
    }
}
