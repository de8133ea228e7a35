using Campaign.Contracts;
using Campaign.Messaging.Inbox;
using Campaign.Messaging.Relaying;
using NpgsqlTypes;

namespace Campaign.Messaging.Routing;

/// <summary>A new district: its queue is consumed from here on, as far as the configuration wants it. Built into every consumer.</summary>
internal sealed class AddDistrict(MessagingDb db, RelaySignal signal) : IEventHandler<DistrictRegistered>
{
    public const string Projection = "districts";

    public async Task HandleAsync(DistrictRegistered @event, CancellationToken cancellationToken)
    {
        await using var command = db.Command(
            DistrictDirectory.InsertSql,
            new Npgsql.NpgsqlParameter { Value = new[] { @event.Code }, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text }
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
        // makes the directory look; it may look before the commit, then the next poll sees it
        signal.Wake(@event.Code);
    }
}
