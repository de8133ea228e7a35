using System.Globalization;
using Campaign.Api;
using Campaign.Scenarios.Plans;
using Campaign.Scenarios.Telling;

namespace Campaign.Scenarios;

/// <summary>Reads the command, plays the scenario, turns failures into one clear sentence and an exit code.</summary>
public static class CommandLine
{
    private const string Usage = """
        Campaign.Scenarios thanh-xuan --portal URL
        Campaign.Scenarios city-year  --portal URL --districts N --cells N --members N --months N

        Plays a campaign over HTTP, as people would. Repeatable: a second run changes nothing, an interrupted one goes on.
        Passwords and secrets come from the environment: CAMPAIGN_OPERATOR_PASSWORD, CAMPAIGN_DEMO_PASSWORD, CAMPAIGN_SCENARIOS_SECRET.
        """;

    /// <returns>0 played, 1 failed, 2 wrong command, 130 interrupted.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string, string?> environment, Narrator narrator, CancellationToken ct)
    {
        try
        {
            var options = Options(args);
            var plan = Plan(args.FirstOrDefault(), options);
            var settings = new ScenarioSettings(
                new Uri(Need(options, "portal"), UriKind.Absolute),
                Secret(environment, "CAMPAIGN_OPERATOR_PASSWORD"),
                Secret(environment, "CAMPAIGN_DEMO_PASSWORD"),
                Secret(environment, "CAMPAIGN_SCENARIOS_SECRET")
            );
            await Scenario.PlayAsync(plan, settings, narrator, ct);
            return 0;
        }
        catch (CommandException wrong)
        {
            await Console.Error.WriteLineAsync($"{wrong.Message}\n\n{Usage}");
            return 2;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            narrator.Say("Interrupted. The next run goes on from here.");
            return 130;
        }
        catch (Exception failure)
            when (failure is ApiException or HttpRequestException or TimeoutException or TaskCanceledException or StoryException)
        {
            narrator.Break();
            await Console.Error.WriteLineAsync($"The scenario stopped: {Describe(failure)} Run it again to go on from here.");
            return 1;
        }
    }

    private static string Describe(Exception failure) =>
        failure switch
        {
            ApiException refused => $"{(int)refused.Status} {refused.Type}: {refused.Message}",
            TaskCanceledException => "A service did not answer in time.",
            _ => failure.Message,
        };

    private static ScenarioPlan Plan(string? name, Dictionary<string, string> options) =>
        name switch
        {
            "thanh-xuan" => ThanhXuan.Plan(),
            "city-year" => CityYear.Plan(
                Number(options, "districts", 1, 100),
                Number(options, "cells", 1, 20_000),
                Number(options, "members", 10, 1_000_000),
                Number(options, "months", 1, 16)
            ),
            _ => throw new CommandException(name is null ? "Name a scenario." : $"There is no scenario '{name}'."),
        };

    private static Dictionary<string, string> Options(string[] args)
    {
        Dictionary<string, string> options = [];
        for (var at = 1; at < args.Length; at += 2)
        {
            if (!args[at].StartsWith("--", StringComparison.Ordinal) || at + 1 == args.Length)
            {
                throw new CommandException($"'{args[at]}' is no option with a value.");
            }

            options[args[at][2..]] = args[at + 1];
        }

        return options;
    }

    private static string Need(Dictionary<string, string> options, string name) =>
        options.GetValueOrDefault(name) ?? throw new CommandException($"--{name} is missing.");

    private static int Number(Dictionary<string, string> options, string name, int least, int most) =>
        int.TryParse(Need(options, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : throw new CommandException($"--{name} must be a number from {least} to {most}.");

    private static string Secret(Func<string, string?> environment, string name) =>
        environment(name) is { Length: > 0 } value ? value : throw new CommandException($"The environment variable {name} is missing.");

    private sealed class CommandException(string message) : Exception(message);
}
