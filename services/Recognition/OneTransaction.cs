namespace Campaign.Recognition;

internal static class OneTransaction
{
    /// <summary>
    /// Runs statements that belong together in the transaction that the idempotency key opened, or in one of their own
    /// when the request came without a key.
    /// </summary>
    public static async Task<T> InOneTransactionAsync<T>(this RecognitionDb database, Func<Task<T>> work, CancellationToken ct)
    {
        if (database.Database.CurrentTransaction is not null)
        {
            return await work();
        }

        await using var transaction = await database.Database.BeginTransactionAsync(ct);
        var result = await work();
        await transaction.CommitAsync(ct);
        return result;
    }
}
