using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Campaign.Messaging.Inbox;

/// <summary>The scope's DbContext of the service, whatever its type. Scoped.</summary>
internal sealed class MessagingDb(DbContext context)
{
    public DbContext Context { get; } = context;

    /// <summary>A command on the context's connection and in its transaction.</summary>
    public NpgsqlCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(sql, Connection, Transaction);
        command.Parameters.AddRange(parameters);
        return command;
    }

    /// <summary>Commands in one round trip on the context's connection and in its transaction.</summary>
    public NpgsqlBatch Batch() => new(Connection, Transaction);

    private NpgsqlConnection Connection => (NpgsqlConnection)Context.Database.GetDbConnection();

    private NpgsqlTransaction? Transaction => (NpgsqlTransaction?)Context.Database.CurrentTransaction?.GetDbTransaction();
}
