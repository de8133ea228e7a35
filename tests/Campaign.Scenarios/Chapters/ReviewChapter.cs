using System.Net;
using Campaign.Api;
using Campaign.Api.City;
using Campaign.Scenarios.People;

namespace Campaign.Scenarios.Chapters;

/// <summary>What City shows in the end.</summary>
public sealed record Outcome(Figures Figures, Uri Report)
{
    public override string ToString() =>
        $"demo: directives={Figures.Directives} assignments={Figures.Assignments} sessions={Figures.SessionsHeld} "
        + $"attendance={Figures.Attendance} "
        + $"reviews={Figures.Reviews} awards={Figures.Awards} report={Report}";
}

/// <summary>The city's figures must come to equal what was sent; then the review report is there to read.</summary>
internal static class ReviewChapter
{
    private const int Introduced = 30;
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    public static async Task<Outcome> PlayAsync(Stage stage, Uri portal)
    {
        stage.Narrator.Say("waiting until the city's figures equal what was sent");
        var city = stage.Cast.As(stage.Plan.Analyst).City;
        var wanted = Wanted(stage.Sent);
        var figures = await Later.UntilAsync(
            $"City's figures to be {Text(wanted)}",
            async () => Shown(await FiguresAsync(city, stage)),
            seen => seen.Text == Text(wanted),
            stage.Ct,
            s_limit
        );
        Introduce(stage, portal);
        var outcome = new Outcome(figures.Figures!, new Uri(portal, $"/reports/{stage.Campaign.Id}"));
        stage.Narrator.Say(outcome.ToString());
        return outcome;
    }

    private static async Task<Figures?> FiguresAsync(CityClient city, Stage stage)
    {
        try
        {
            return (await city.FiguresAsync(stage.Campaign.Id, ct: stage.Ct)).Figures;
        }
        catch (ApiException notYet) when (notYet.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static (string, int)[] Wanted(Sent sent) =>
        [
            ("directives", sent.Directives),
            ("assignments", sent.Assignments),
            ("acknowledged", sent.Assignments),
            ("completed", sent.Assignments),
            ("sessions", sent.Sessions),
            ("expected", sent.Expected),
            ("attendance", sent.Attendance),
            ("reviews", sent.Reviews),
            ("nominations", sent.Nominations),
            ("awards", sent.Awards),
        ];

    private static Seen Shown(Figures? figures) =>
        new(
            figures,
            figures is null
                ? "no such campaign"
                : Text([
                    ("directives", figures.Directives),
                    ("assignments", figures.Assignments),
                    ("acknowledged", figures.Acknowledged),
                    ("completed", figures.Completed),
                    ("sessions", figures.SessionsHeld),
                    ("expected", figures.Expected),
                    ("attendance", figures.Attendance),
                    ("reviews", figures.Reviews),
                    ("nominations", figures.Nominations),
                    ("awards", figures.Awards),
                ])
        );

    private static string Text((string Name, int Value)[] figures) =>
        string.Join(' ', figures.Select(figure => $"{figure.Name}={figure.Value}"));

    private static void Introduce(Stage stage, Uri portal)
    {
        stage.Narrator.Say(
            $"Open {portal} and sign in as one of these (all have the password of the demo's people, which was given at the start; "
                + "the operator has their own):"
        );
        stage.Narrator.Say($"  {Cast.OperatorName, -28} operator@{stage.Plan.CityOfficer.UnitPath}");
        foreach (var part in stage.Plan.Parts.Take(Introduced))
        {
            stage.Narrator.Say($"  {part.UserName, -28} {part.Role}@{part.UnitPath}");
        }
    }

    private sealed record Seen(Figures? Figures, string Text)
    {
        public override string ToString() => Text;
    }
}
