using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Campaign.Messaging.Inbox;

/// <summary>Tells a failure of the event from a failure of the machinery around it.</summary>
internal static class Failures
{
    /// <summary>
    /// Whether the same try can succeed later without anybody's help: the database is away, restarting, full or chose this
    /// transaction as a deadlock's victim, or its tables are still being migrated. Such an event is held, never parked.
    /// </summary>
    public static bool IsInfrastructure(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case PostgresException postgres:
                    return postgres.IsTransient || IsServerState(postgres.SqlState);
                case NpgsqlException or SocketException or IOException or TimeoutException or ObjectDisposedException:
                    return true;
                case DbUpdateConcurrencyException:
                    return false;
            }
        }

        return false;
    }

    // classes: 08 connection, 40 rollback (deadlock, serialization), 53 resources, 57 intervention, 58 system; 55P03 lock not available
    private static bool IsServerState(string state) =>
        state.StartsWith("08", StringComparison.Ordinal)
        || state.StartsWith("40", StringComparison.Ordinal)
        || state.StartsWith("53", StringComparison.Ordinal)
        || state.StartsWith("57", StringComparison.Ordinal)
        || state.StartsWith("58", StringComparison.Ordinal)
        || state == PostgresErrorCodes.LockNotAvailable
        || state == PostgresErrorCodes.ReadOnlySqlTransaction
        // the service's own tables are not migrated yet
        || state is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName;
}
