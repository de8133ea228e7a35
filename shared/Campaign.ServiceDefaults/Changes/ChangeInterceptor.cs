using System.Data.Common;
using Campaign.Contracts;
using Campaign.Messaging.Log;
using Campaign.ServiceDefaults.Audit;
using Campaign.ServiceDefaults.Database;
using Campaign.ServiceDefaults.Idempotency;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Campaign.ServiceDefaults.Changes;

/// <summary>
/// Notes what a context writes, and tells it once it is committed: of rows their ids and district, of statements written by hand the ids
/// among their parameters.
/// </summary>
/// <remarks>From what is written, not from a list of places that write, so that a new one needs no thought.</remarks>
internal sealed class ChangeInterceptor(ChangeFeed feed) : SaveChangesInterceptor, IDbTransactionInterceptor, IDbCommandInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Note(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Note(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        TellUnlessWithin(eventData.Context);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        TellUnlessWithin(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Of(eventData.Context)?.Clear();

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Of(eventData.Context)?.Clear();
        return Task.CompletedTask;
    }

    public int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Note(command, eventData, result);
        return result;
    }

    public ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        Note(command, eventData, result);
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Tell(eventData.Context);

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Tell(eventData.Context);
        return Task.CompletedTask;
    }

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Of(eventData.Context)?.Clear();

    public Task TransactionRolledBackAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Of(eventData.Context)?.Clear();
        return Task.CompletedTask;
    }

    private static Touched? Of(DbContext? context) => (context as CampaignDbContext)?.Touched;

    private static void Note(DbContext? context)
    {
        if (Of(context) is not { } touched)
        {
            return;
        }

        foreach (var entry in context!.ChangeTracker.Entries())
        {
            if (
                entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                && entry.Entity is not (AuditEntry or IdempotencyRecord)
            )
            {
                touched.Add(DistrictOf(entry), entry.Entity is EventRow row ? [row.AggregateId] : IdsOf(entry));
            }
        }
    }

    // a select has no count of rows
    private void Note(DbCommand command, CommandExecutedEventData data, int rows)
    {
        if (
            rows > 0
            && data.CommandSource is CommandSource.ExecuteSqlRaw or CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete
            && Of(data.Context) is { } touched
        )
        {
            touched.Add(null, command.Parameters.Cast<DbParameter>().SelectMany(IdsOf));
            TellUnlessWithin(data.Context);
        }
    }

    private void TellUnlessWithin(DbContext? context)
    {
        if (context?.Database.CurrentTransaction is null)
        {
            Tell(context);
        }
    }

    private void Tell(DbContext? context) => feed.Committed(Of(context)?.Take() ?? []);

    private static IEnumerable<Guid> IdsOf(EntityEntry entry) => entry.Properties.Select(property => property.CurrentValue).OfType<Guid>();

    private static IEnumerable<Guid> IdsOf(DbParameter parameter) =>
        parameter.Value switch
        {
            Guid id => [id],
            IEnumerable<Guid> ids => ids,
            IEnumerable<Guid?> ids => ids.OfType<Guid>(),
            _ => [],
        };

    private static string? DistrictOf(EntityEntry entry) =>
        Text(entry, "District") ?? (Text(entry, "UnitPath") is { } path ? UnitPath.District(path) : null);

    private static string? Text(EntityEntry entry, string property) =>
        entry.Metadata.FindProperty(property) is { ClrType: var type } found && type == typeof(string)
            ? entry.Property(found).CurrentValue as string
            : null;
}
