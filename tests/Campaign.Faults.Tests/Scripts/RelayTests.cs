using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Faults.Tests;

/// <summary>Two relays on one event log share its districts.</summary>
public sealed class RelayTests(World world)
{
    [Fact]
    public async Task Of_two_relays_the_other_takes_over_when_one_is_killed()
    {
        await world.BeginAsync();
        var killed = world.System.ProcessIdOf(Resources.Session);
        await using var second = ServiceProcess.Start(world.System, Resources.Session);
        await second.JoinedAsync(world);
        await Eventually.TrueAsync("the districts to be shared", ClaimsAsync, claims =>
            claims.First.Count > 0 && claims.Second.Count > 0 && !claims.First.Intersect(claims.Second).Any()
        );
        var load = await world.Ledger.StartLoadAsync();
        await load.ReachedAsync(0.3);

        world.System.Kill(Resources.Session);

        var taken = await Eventually.TrueAsync(
            "the second relay to take over",
            async () => (await Operations.StatusAsync(world, second.Address)).Relay.Claimed,
            claimed => claimed.Count >= 3,
            TimeSpan.FromMinutes(1)
        );
        taken.ShouldBeUnique();
        await world.RestartedAsync(Resources.Session, killed);
        await load.DoneAsync();
        load.Repeated.ShouldBeGreaterThan(0, "nobody was calling when the relay was killed");
        await world.Ledger.CloseAsync($"{load.Repeated} calls repeated");

        async Task<(IReadOnlyCollection<string> First, IReadOnlyCollection<string> Second)> ClaimsAsync() =>
            (
                (await world.StatusOfAsync(Resources.Session)).Relay.Claimed,
                (await Operations.StatusAsync(world, second.Address)).Relay.Claimed
            );
    }
}
