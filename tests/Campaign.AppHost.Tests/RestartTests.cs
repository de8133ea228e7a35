using System.Diagnostics;

namespace Campaign.AppHost.Tests;

/// <summary>What dies comes back; what a person stopped stays stopped.</summary>
public sealed class RestartTests(RunningModel model)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Resources.City)]
    [InlineData(Resources.RabbitMq)]
    [InlineData(Resources.Postgres)]
    public async Task What_is_killed_comes_back_at_the_same_address_and_says_how_it_ended(string name)
    {
        Assert.SkipWhen(model.Of(name).ProcessId is null, "In a container, which its engine looks after.");
        var before = model.Of(name);

        Signal(before, "KILL");

        var after = await model.UntilAsync(name, status => status.Restarts == before.Restarts + 1 && status.State == State.Healthy);
        after.Url.ShouldBe(before.Url);
        after.ProcessId.ShouldNotBe(before.ProcessId);
        after.LastFailure!.What.Code.ShouldBe("killed");
        after.LastFailure.At.ShouldBeInRange(after.Since.AddMinutes(-2), after.Since);
        await AllHealthyAsync();
    }

    [Fact]
    public async Task Service_that_ends_politely_but_unasked_comes_back_too()
    {
        var before = model.Of(Resources.Recognition);

        Signal(before, "TERM");

        await model.UntilAsync(Resources.Recognition, status => status.Restarts == before.Restarts + 1 && status.State == State.Healthy);
    }

    [Fact]
    public async Task Service_that_a_person_stopped_stays_stopped_until_a_person_starts_it()
    {
        var before = model.Of(Resources.Evaluation);

        (await model.Application.ResourceCommands.ExecuteCommandAsync(Resources.Evaluation, KnownResourceCommands.StopCommand, Cancellation)).Success.ShouldBeTrue();
        await model.UntilAsync(Resources.Evaluation, status => status.State == State.Stopped);
        await Task.Delay(TimeSpan.FromSeconds(3), Cancellation); // thrice the pause before a restart
        model.Of(Resources.Evaluation).ShouldSatisfyAllConditions(
            status => status.State.ShouldBe(State.Stopped),
            status => status.Restarts.ShouldBe(before.Restarts));

        (await model.Application.ResourceCommands.ExecuteCommandAsync(Resources.Evaluation, KnownResourceCommands.StartCommand, Cancellation)).Success.ShouldBeTrue();
        await model.UntilAsync(Resources.Evaluation, status => status.State == State.Healthy);
    }

    private Task AllHealthyAsync() =>
        Eventually.TrueAsync("everything to be healthy again", () => model.Board.All, all => all.All(status => status.State == State.Healthy), TimeSpan.FromMinutes(3));

    private static void Signal(Status status, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", status.ProcessId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
