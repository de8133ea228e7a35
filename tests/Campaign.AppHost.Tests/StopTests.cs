using System.Diagnostics;

namespace Campaign.AppHost.Tests;

public sealed class StopTests
{
    [Fact]
    public async Task Host_stops_within_ten_seconds_even_when_a_service_will_not()
    {
        await using var system = new RunningSystem((builder, self) => builder.AddSample("stubborn", self, stopDelay: 60));
        var line = await system.HealthyAsync("stubborn");
        var clock = Stopwatch.StartNew();

        await system.StopAsync();

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        ProcessIdentity.Of(line.ProcessId!.Value).ShouldBeNull();
        RunningSystem.Lines(system.Data).ShouldAllBe(each => each.State == "stopped");
        Directory.EnumerateFiles(Path.Combine(system.Data, "run"), "*.pid").ShouldBeEmpty();
    }
}
