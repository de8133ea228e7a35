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
        var parked = await ParkedAsync();
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

            await Eventually.TrueAsync(
                "all of them to end",
                () => stopped.Values.Count(process => Directory.Exists($"/proc/{process}")),
                left => left == 0,
                TimeSpan.FromMinutes(1)
            );
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
        (await ParkedAsync()).ShouldBe(parked);
    }

    /// <summary>
    /// Everything that was ever parked, by service; what other scripts parked is replayed or discarded, and stays on record.
    /// </summary>
    private async Task<Dictionary<string, long>> ParkedAsync()
    {
        var parked = new Dictionary<string, long>();
        foreach (var service in World.Consumers)
        {
            parked[service] = await world.ScalarAsync<long>(service, "select count(*) from messaging.parked");
        }

        return parked;
    }
}
