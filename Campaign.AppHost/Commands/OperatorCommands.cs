using Campaign.Api;
using Campaign.Contracts;

namespace Campaign.AppHost;

/// <summary>What an operator does from the dashboard (or by `aspire resource`): the same as on the Portal's operations page.</summary>
internal static class OperatorCommands
{
    private const string Projection = "projection";

    public static void AddOperatorCommands(
        this IDistributedApplicationBuilder builder,
        IResourceBuilder<ServiceResource> portal,
        IResourceBuilder<ParameterResource> clientSecret,
        IResourceBuilder<ParameterResource> password
    )
    {
        if (builder.ExecutionContext.IsPublishMode)
        {
            return;
        }

        var calls = new OperatorCalls(() => new Uri(portal.GetEndpoint("http").Url), clientSecret.Resource, password.Resource);
        foreach (var service in builder.Resources.OfType<ServiceResource>().Where(ListensToOthers).ToList())
        {
            builder.CreateResourceBuilder(service).WithMessagingCommands(calls);
        }
    }

    // the others have nothing to rebuild or to park
    private static bool ListensToOthers(ServiceResource service) =>
        Topology.Subscriptions.TryGetValue(service.Name, out var publishers) && publishers.Length > 0;

    /// <summary>Rebuild a projection, and replay what is parked.</summary>
    private static IResourceBuilder<ServiceResource> WithMessagingCommands(
        this IResourceBuilder<ServiceResource> service,
        OperatorCalls calls
    )
    {
        var name = service.Resource.Name;
        return service
            .WithCommand(
                "rebuild-projection",
                $"Rebuild a projection of {name}…",
                context =>
                    DoAsync(async () =>
                    {
                        var projection = context.Arguments[Projection].Value!;
                        await calls.RebuildAsync(name, projection, context.CancellationToken).ConfigureAwait(false);
                        return Said($"{projection} of {name} is being rebuilt; the Portal's operations page shows how far it is.");
                    }),
                new CommandOptions
                {
                    Description =
                        "Fills what this service keeps of other services' events again from their logs. The service goes on meanwhile.",
                    IconName = "DatabaseArrowUp",
                    UpdateState = WhenHealthy,
                    Arguments = [ProjectionOf(name, calls)],
                }
            )
            .WithCommand(
                "replay",
                $"Replay what is parked at {name}",
                context =>
                    DoAsync(async () =>
                    {
                        var (replayed, failed) = await calls.ReplayAsync(name, context.CancellationToken).ConfigureAwait(false);
                        return failed == 0
                            ? Said($"{replayed} replayed; nothing is parked at {name} any more.")
                            : CommandResults.Failure(
                                $"{replayed} replayed, {failed} failed again and stay parked; the Portal's operations page has their "
                                    + "reasons."
                            );
                    }),
                new CommandOptions
                {
                    Description = "Handles again the events that this service put aside because they failed.",
                    IconName = "ArrowRepeatAll",
                    UpdateState = WhenHealthy,
                }
            );
    }

    private static ResourceCommandState WhenHealthy(UpdateCommandStateContext context) =>
        context.ResourceSnapshot.HealthStatus is Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy
            ? ResourceCommandState.Enabled
            : ResourceCommandState.Disabled;

    // known to the service alone, so asked when somebody is about to choose
    private static InteractionInput ProjectionOf(string service, OperatorCalls calls) =>
        new()
        {
            Name = Projection,
            Label = "Projection",
            InputType = InputType.Choice,
            Required = true,
            DynamicLoading = new InputLoadOptions
            {
                LoadCallback = async context =>
                {
                    var projections = await calls.ProjectionsAsync(service, context.CancellationToken).ConfigureAwait(false);
                    context.Input.Options = [.. projections.Select(projection => KeyValuePair.Create(projection, projection))];
                },
            },
        };

    // as the message that the dashboard shows, and as the result that the command line prints
    private static ExecuteCommandResult Said(string sentence) => CommandResults.Success(sentence, sentence);

    private static async Task<ExecuteCommandResult> DoAsync(Func<Task<ExecuteCommandResult>> command)
    {
        try
        {
            return await command().ConfigureAwait(false);
        }
        catch (ApiException refused)
        {
            return CommandResults.Failure(
                $"{refused.Message} (asked as the account 'operator' with the password of parameters.json; where that was changed, "
                    + "use the Portal's operations page)"
            );
        }
        catch (Exception noAnswer) when (noAnswer is HttpRequestException or TaskCanceledException)
        {
            return CommandResults.Failure($"The Portal does not answer: {noAnswer.Message}");
        }
    }
}
