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
        var before = model.Of(name);

        Kill(before);

        var after = await model.UntilAsync(name, status => status.Restarts == before.Restarts + 1 && status.State == State.Healthy);
        after.Url.ShouldBe(before.Url);
        after.LastFailure!.What.Code.ShouldBe(before.ProcessId is null ? "exited" : "killed");
        after.LastFailure.At.ShouldBeInRange(after.Since.AddMinutes(-2), after.Since);
        await AllHealthyAsync();
    }

    [Fact]
    public async Task Service_that_dies_with_its_broker_comes_back_when_the_broker_has()
    {
        var (broker, service) = (model.Of(Resources.RabbitMq), model.Of(Resources.Recognition));

        Kill(broker);
        Kill(service);

        await model.UntilAsync(Resources.RabbitMq, status => status.Restarts == broker.Restarts + 1 && status.State == State.Healthy);
        await model.UntilAsync(Resources.Recognition, status => status.Restarts > service.Restarts && status.State == State.Healthy);
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

        (
            await model.Application.ResourceCommands.ExecuteCommandAsync(
                Resources.Evaluation,
                KnownResourceCommands.StopCommand,
                Cancellation
            )
        ).Success.ShouldBeTrue();
        await model.UntilAsync(Resources.Evaluation, status => status.State == State.Stopped);
        // whoever starts services again has had the time: one that ended later is back
        var other = model.Of(Resources.Recognition);
        Kill(other);
        await model.UntilAsync(Resources.Recognition, status => status.Restarts == other.Restarts + 1 && status.State == State.Healthy);
        model
            .Of(Resources.Evaluation)
            .ShouldSatisfyAllConditions(
                status => status.State.ShouldBe(State.Stopped),
                status => status.Restarts.ShouldBe(before.Restarts)
            );

        (
            await model.Application.ResourceCommands.ExecuteCommandAsync(
                Resources.Evaluation,
                KnownResourceCommands.StartCommand,
                Cancellation
            )
        ).Success.ShouldBeTrue();
        await model.UntilAsync(Resources.Evaluation, status => status.State == State.Healthy);
    }

    private Task AllHealthyAsync() =>
        Eventually.TrueAsync(
            "everything to be healthy again",
            () => model.Board.All,
            all => all.All(status => status.State == State.Healthy),
            TimeSpan.FromMinutes(3)
        );

    private void Kill(Status status)
    {
        if (status.ProcessId is not null)
        {
            Signal(status, "KILL");
            return;
        }

        model.Application.ResourceNotifications.TryGetCurrentState(status.Name, out var now).ShouldBeTrue();
        var container = (string)now!.Snapshot.Properties.Single(property => property.Name == "container.id").Value!;
        using var kill = Process.Start("docker", ["kill", container]);
        kill.WaitForExit();
    }

    private static void Signal(Status status, string signal)
    {
        using var kill = Process.Start(
            "kill",
            [$"-{signal}", status.ProcessId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)]
        );
        kill.WaitForExit();
    }
}
