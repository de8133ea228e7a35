namespace Campaign.Faults.Tests;

/// <summary>
/// Every event that a service's inbox is handed, again or for the first time, noted in the transaction that handles it. The
/// services' own counters begin anew with each process, and the host may start one again at any time while scripts kill and stop.
/// </summary>
public sealed class Arrivals : IAsyncDisposable
{
    private readonly World _world;
    private readonly string _service;

    private Arrivals(World world, string service) => (_world, _service) = (world, service);

    public static async Task<Arrivals> AtAsync(World world, string service)
    {
        // a row that the inbox then finds there already is noted too
        await world.ExecuteAsync(
            service,
            """
            create table arrivals (projection text not null, event_id uuid not null);
            create function note_arrival() returns trigger language plpgsql as
                'begin insert into arrivals values (new.projection, new.event_id); return new; end';
            create trigger note_arrival before insert on messaging.inbox for each row execute function note_arrival()
            """
        );
        return new Arrivals(world, service);
    }

    /// <summary>How many of these events came since.</summary>
    public Task<long> OfAsync(IReadOnlyList<Guid> events) =>
        _world.ScalarAsync<long>(_service, "select count(distinct event_id) from arrivals where event_id = any($1)", events.ToArray());

    /// <summary>How many events came more than once since.</summary>
    public Task<long> TwiceAsync() =>
        _world.ScalarAsync<long>(
            _service,
            "select count(distinct event_id) from (select event_id from arrivals group by projection, event_id having count(*) > 1) twice"
        );

    public async ValueTask DisposeAsync() =>
        await _world.ExecuteAsync(
            _service,
            "drop trigger note_arrival on messaging.inbox; drop function note_arrival(); drop table arrivals"
        );
}
