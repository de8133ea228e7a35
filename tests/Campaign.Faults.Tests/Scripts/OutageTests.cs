using Campaign.Contracts;

namespace Campaign.Faults.Tests;

/// <summary>The broker and the database go away under load, without warning.</summary>
public sealed class OutageTests(World world)
{
    [Theory]
    [InlineData(Resources.RabbitMq)]
    [InlineData(Resources.Postgres)]
    public async Task A_killed_server_comes_back_and_nothing_is_lost_or_repeated(string server)
    {
        await world.BeginAsync();
        var killed = world.System.ProcessIdOf(server);
        var load = await world.Ledger.StartLoadAsync();
        await load.ReachedAsync(0.3);

        world.System.Kill(server);

        await world.RestartedAsync(server, killed);
        await load.DoneAsync();
        await world.Ledger.CloseAsync($"{server}: {load.Repeated} calls repeated");
    }

    [Fact]
    public async Task Connections_closed_by_the_broker_lose_and_repeat_nothing()
    {
        await world.BeginAsync();
        var load = await world.Ledger.StartLoadAsync();
        var closed = 0;
        foreach (var part in (double[])[0.2, 0.5, 0.8])
        {
            await load.ReachedAsync(part);
            closed += await world.Broker.CloseConnectionsAsync();
        }

        await load.DoneAsync();
        closed.ShouldBeGreaterThanOrEqualTo(World.Consumers.Count);
        await world.Ledger.CloseAsync($"{closed} connections closed");
    }
}
