namespace Campaign.AppHost.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task Host_follows_a_service_into_ill_health_and_back_without_restarting_it()
    {
        await using var system = new RunningSystem((builder, self) => builder.AddSample("one", self));
        var before = await system.HealthyAsync("one");
        var sick = Path.Combine(system.Data, "one.sick");

        File.WriteAllText(sick, "");
        await system.UntilAsync("one", line => line.State == "unhealthy");
        File.Delete(sick);
        var after = await system.HealthyAsync("one");

        after.ProcessId.ShouldBe(before.ProcessId);
        after.Restarts.ShouldBe(0);
    }
}
