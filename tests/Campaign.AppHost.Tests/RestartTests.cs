using System.Diagnostics;

namespace Campaign.AppHost.Tests;

public sealed class RestartTests
{
    [Fact]
    public async Task Host_starts_a_dead_service_again_at_the_same_address_after_growing_pauses()
    {
        await using var system = new RunningSystem((builder, self) => builder.AddSample("one", self));
        var first = await system.HealthyAsync("one");

        var firstPause = await KillAndTimeAsync(system, first);
        var second = await system.UntilAsync("one", line => line is { State: "healthy", Restarts: 1 });
        var secondPause = await KillAndTimeAsync(system, second);
        var third = await system.UntilAsync("one", line => line is { State: "healthy", Restarts: 2 });

        third.Url.ShouldBe(first.Url);
        third.ProcessId.ShouldNotBe(first.ProcessId);
        (third.LastFailure!.What.Code, third.LastFailure.What.About).ShouldBe(("exited", "137"));
        third.LastFailure.At.ShouldBeInRange(third.Since.AddMinutes(-1), third.Since);
        firstPause.ShouldBeGreaterThan(TimeSpan.FromSeconds(0.9));
        secondPause.ShouldBeGreaterThan(TimeSpan.FromSeconds(1.9));
        secondPause.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static async Task<TimeSpan> KillAndTimeAsync(RunningSystem system, Line line)
    {
        using (var process = Process.GetProcessById(line.ProcessId!.Value))
        {
            process.Kill();
        }

        var dead = await system.UntilAsync("one", seen => seen.State == "restarting");
        dead.Detail!.Code.ShouldBe("starts-again");
        dead.Detail.Text.ShouldContain("exit code 137");
        var again = await system.UntilAsync("one", seen => seen.State is "starting" or "running" or "healthy");
        return again.State == "starting" ? again.Since - dead.Since : DateTimeOffset.UtcNow - dead.Since;
    }
}
