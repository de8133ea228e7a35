namespace Campaign.AppHost.Tests;

public sealed class DependencyTests
{
    [Fact]
    public async Task Host_starts_a_resource_when_what_it_waits_for_is_healthy_and_stops_in_reverse()
    {
        await using var system = new RunningSystem((builder, self) =>
        {
            var last = builder.AddSample("last", self);
            var first = builder.AddSample("first", self, delay: 1);
            last.WaitFor(first);
        });

        var lastLine = await system.HealthyAsync("last");
        var firstLine = await system.HealthyAsync("first");
        ProcessStart(lastLine.ProcessId!.Value).ShouldBeGreaterThan(firstLine.Since.UtcDateTime.AddMilliseconds(-50));

        await system.StopAsync();

        system.Events.ShouldBe(["first started", "last started", "last stopping", "last stopped", "first stopping", "first stopped"]);
    }

    [Fact]
    public async Task Host_keeps_a_resource_waiting_while_what_it_waits_for_is_not_healthy()
    {
        await using var system = new RunningSystem((builder, self) =>
        {
            File.WriteAllText(Path.Combine(self.Data, "first.sick"), "");
            builder.AddSample("last", self).WaitFor(builder.AddSample("first", self));
        });

        await system.UntilAsync("first", line => line.State == "running");
        await Task.Delay(1_000, TestContext.Current.CancellationToken);

        (await system.UntilAsync("last", _ => true)).State.ShouldBe("waiting");
        system.Events.ShouldNotContain("last started");
    }

    private static DateTime ProcessStart(int id)
    {
        using var process = System.Diagnostics.Process.GetProcessById(id);
        return process.StartTime.ToUniversalTime();
    }
}
