using System.Diagnostics;
using System.Globalization;
using Campaign.Testing;

namespace Campaign.Faults.Tests;

/// <summary>An orderly stop in the middle of a delivery: the message goes back to its queue and is no parked failure.</summary>
public sealed class StopTests(World world)
{
    [Fact]
    public async Task Services_stopped_under_load_park_nothing()
    {
        await world.BeginAsync();
        var load = await world.Ledger.StartLoadAsync();
        await load.ReachedAsync(0.2);
        var holds = new List<Hold>();
        var stopped = World.Consumers.ToDictionary(service => service, world.System.ProcessIdOf);
        try
        {
            foreach (var service in World.Consumers)
            {
                holds.Add(await Hold.OnAsync(world, service));
            }

            await world.RenameCellsAsync("Chi bộ (dừng)");
            foreach (var hold in holds)
            {
                await hold.CaughtAsync();
            }

            foreach (var process in stopped.Values)
            {
                using var signal = Process.Start("kill", ["-TERM", process.ToString(CultureInfo.InvariantCulture)]);
                await signal.WaitForExitAsync();
            }

            await Eventually.TrueAsync("all of them to end", () => stopped.Values.Count(process => Directory.Exists($"/proc/{process}")), left => left == 0, TimeSpan.FromMinutes(1));
        }
        finally
        {
            foreach (var hold in holds)
            {
                await hold.DisposeAsync();
            }
        }

        foreach (var (service, process) in stopped)
        {
            await world.RestartedAsync(service, process);
        }

        await load.DoneAsync();
        await world.Ledger.CloseAsync($"{stopped.Count} services stopped in the middle of a delivery");
        foreach (var service in World.Consumers)
        {
            (await world.ScalarAsync<long>(service, "select count(*) from messaging.parked where reason like '%cancel%'")).ShouldBe(0, service);
        }
    }
}
