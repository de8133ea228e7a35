using Campaign.Scenarios.Chapters;
using Campaign.Scenarios.People;
using Campaign.Scenarios.Plans;
using Campaign.Scenarios.Telling;

namespace Campaign.Scenarios;

/// <param name="Portal">The one origin of Portal and gateway.</param>
/// <param name="DemoPassword">Of every account that the scenario creates.</param>
/// <param name="ClientSecret">Of the client <c>scenarios</c>, by which people sign in.</param>
public sealed record ScenarioSettings(Uri Portal, string OperatorPassword, string DemoPassword, string ClientSecret);

/// <summary>The story did not go as it must.</summary>
public sealed class StoryException(string message) : Exception(message);

/// <summary>
/// Plays a campaign from the first unit to the last award, over HTTP only. Everything follows from the plan: what is there
/// already is looked up and left alone, what is missing is done under a key that follows from the plan as well.
/// </summary>
public static class Scenario
{
    /// <returns>The figures read back from City, once they equal what was sent.</returns>
    public static async Task<Outcome> PlayAsync(ScenarioPlan plan, ScenarioSettings settings, Narrator narrator, CancellationToken ct)
    {
        using var cast = new Cast(settings);
        var stage = new Stage(plan, cast, narrator, ct);
        await OrganisationChapter.PlayAsync(stage);
        await DirectivesChapter.PlayAsync(stage);
        await CommitmentsChapter.PlayAsync(stage);
        await SessionsChapter.PlayAsync(stage);
        await DirectivesChapter.ReportAsync(stage);
        await EvaluationChapter.PlayAsync(stage);
        await RecognitionChapter.PlayAsync(stage);
        return await ReviewChapter.PlayAsync(stage, settings.Portal);
    }
}
