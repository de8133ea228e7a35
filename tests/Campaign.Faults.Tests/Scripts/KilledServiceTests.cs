using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Faults.Tests;

/// <summary>Kill -9 of each service in turn while people work and, where it consumes, in the middle of a delivery.</summary>
public sealed class KilledServiceTests(World world)
{
    [Theory]
    [InlineData(Resources.Identity)]
    [InlineData(Resources.Directive)]
    [InlineData(Resources.Session)]
    [InlineData(Resources.Evaluation)]
    [InlineData(Resources.Recognition)]
    [InlineData(Resources.City)]
    public async Task A_consumer_killed_in_the_middle_of_a_delivery_loses_and_repeats_nothing(string service)
    {
        await world.BeginAsync();
        var redelivered = await world.Broker.RedeliveredAsync(service);
        var killed = world.System.ProcessIdOf(service);
        var load = await world.Ledger.StartLoadAsync();
        await load.ReachedAsync(0.2);

        await using (var hold = await Hold.OnAsync(world, service))
        {
            await world.RenameCellsAsync($"Chi bộ ({service})");
            await hold.CaughtAsync();
            world.System.Kill(service);
        }

        await world.RestartedAsync(service, killed);
        await load.DoneAsync();
        var again = await Eventually.TrueAsync(
            "what was in flight to be handed out again",
            () => world.Broker.RedeliveredAsync(service),
            count => count > redelivered
        );
        await world.Ledger.CloseAsync($"{service}: {again - redelivered} messages were in flight, {load.Repeated} calls repeated");
    }

    [Theory]
    [InlineData(Resources.Organization)]
    [InlineData(Resources.Directive)]
    [InlineData(Resources.Session)]
    public async Task A_publisher_killed_under_load_loses_and_repeats_nothing(string service)
    {
        await world.BeginAsync();
        var killed = world.System.ProcessIdOf(service);
        var load = await world.Ledger.StartLoadAsync();
        await load.ReachedAsync(0.3);

        world.System.Kill(service);

        await world.RestartedAsync(service, killed);
        await load.DoneAsync();
        load.Repeated.ShouldBeGreaterThan(0, "nobody was calling when the service was killed");
        await world.Ledger.CloseAsync($"{service}: {load.Repeated} calls repeated");
    }
}
