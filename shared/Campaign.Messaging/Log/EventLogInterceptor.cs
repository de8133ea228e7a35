using System.Data.Common;
using Campaign.Messaging.Relaying;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Campaign.Messaging.Log;

/// <summary>
/// Puts the scope's appended events into its SaveChanges and wakes the relay once they are committed, be it by SaveChanges
/// itself or by the transaction around it. Scoped, like the DbContext that it is attached to.
/// </summary>
internal sealed class EventLogInterceptor(EventLog log, RelaySignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly HashSet<string> _written = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Write(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Write(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        Saved(eventData.Context!);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Saved(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Wake();

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Wake();
        return Task.CompletedTask;
    }

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => _written.Clear();

    public Task TransactionRolledBackAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        _written.Clear();
        return Task.CompletedTask;
    }

    private void Write(DbContext context)
    {
        foreach (var row in log.Take())
        {
            context.Add(row);
        }
    }

    private void Saved(DbContext context)
    {
        // the rows are written: forget them, a long-lived context must not grow by its events
        foreach (var entry in context.ChangeTracker.Entries<EventRow>().Where(entry => entry.State == EntityState.Unchanged).ToList())
        {
            _written.Add(entry.Entity.District);
            entry.State = EntityState.Detached;
        }

        if (context.Database.CurrentTransaction is null)
        {
            Wake();
        }
    }

    private void Wake()
    {
        foreach (var district in _written)
        {
            signal.Wake(district);
        }

        _written.Clear();
    }
}
