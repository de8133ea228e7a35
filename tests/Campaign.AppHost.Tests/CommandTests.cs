using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Api.Identity;

namespace Campaign.AppHost.Tests;

/// <summary>What an operator does from the dashboard reaches the service, in the operator's name.</summary>
public sealed class CommandTests(RunningModel model)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Projection_is_rebuilt_by_command_in_the_name_of_the_first_account()
    {
        var calls = new OperatorCalls(() => model.Portal, model.Parameter("scenarios-secret"), model.Parameter("operator-password"));
        var projections = await calls.ProjectionsAsync(Resources.City, Cancellation);

        var done = await model.Application.ResourceCommands.ExecuteCommandAsync(
            Resources.City,
            "rebuild-projection",
            new InteractionInputCollection([
                new()
                {
                    Name = "projection",
                    InputType = InputType.Choice,
                    Value = projections[0],
                },
            ]),
            Cancellation
        );

        done.Success.ShouldBeTrue(done.Message);
        var rebuild = await Eventually.TrueAsync(
            "the rebuild to be completed",
            async () =>
                (await StatusAsync(Resources.City))
                    .GetProperty("rebuilds")
                    .EnumerateArray()
                    .FirstOrDefault(rebuild => rebuild.GetProperty("projection").GetString() == projections[0]),
            rebuild => rebuild.ValueKind != JsonValueKind.Undefined && rebuild.GetProperty("state").GetString() == "completed",
            TimeSpan.FromMinutes(1)
        );
        rebuild.GetProperty("startedBy").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Projection_that_is_not_there_is_refused_and_nothing_is_rebuilt()
    {
        var done = await model.Application.ResourceCommands.ExecuteCommandAsync(
            Resources.Session,
            "rebuild-projection",
            new InteractionInputCollection([
                new()
                {
                    Name = "projection",
                    InputType = InputType.Choice,
                    Value = "moon",
                },
            ]),
            Cancellation
        );

        done.Success.ShouldBeFalse();
        (await StatusAsync(Resources.Session)).GetProperty("rebuilds").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Replay_says_how_many_there_were()
    {
        var done = await model.Application.ResourceCommands.ExecuteCommandAsync(Resources.Session, "replay", Cancellation);

        done.Success.ShouldBeTrue(done.Message);
        done.Message.ShouldBe("0 replayed; nothing is parked at session any more.");
    }

    [Fact]
    public void Demo_waits_for_somebody_to_start_it()
    {
        model.Application.ResourceNotifications.TryGetCurrentState("demo", out var demo).ShouldBeTrue();

        demo!.Snapshot.State!.Text.ShouldBe(KnownResourceStates.NotStarted);
    }

    private async Task<JsonElement> StatusAsync(string service)
    {
        var signedIn = await new SignInClient(model.Portal, model.Parameters.Get("scenarios-secret")).SignInAsync(
            "operator",
            model.Parameters.Get("operator-password"),
            Cancellation
        );
        using var http = new HttpClient { BaseAddress = model.Portal };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signedIn.AccessToken);
        return await http.GetFromJsonAsync<JsonElement>(new Uri($"api/v1/{service}/operations/messaging", UriKind.Relative), Cancellation);
    }
}
