namespace Campaign.Directives;

internal static class Transactions
{
    /// <summary>
    /// Runs statements and SaveChanges as one: in the transaction that an Idempotency-Key has opened around the request, or
    /// in one of their own.
    /// </summary>
    public static async Task<T> TogetherAsync<T>(this DirectiveDb db, Func<Task<T>> work, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            var joined = await work();
            await db.SaveChangesAsync(ct);
            return joined;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var result = await work();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return result;
    }
}
