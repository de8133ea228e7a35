using Campaign.Api.Evaluation;
using Campaign.Contracts;

namespace Campaign.Scenarios.Plans;

/// <summary>
/// The scores that the collectives propose: within each group that is decided as one, the best 12 to 15 % reach the band of the
/// excellent, which keeps the cap (20 % of those good or better); most are good.
/// </summary>
public static class Ratings
{
    private const double ExcellentShare = 0.12;
    private const double CompletedShare = 0.08;
    private const double Spread = 0.03;
    private const double FailedShare = 0.004;

    /// <returns>Scores by member number and by unit path.</returns>
    public static Dictionary<string, Scores> Of(Chance chance, DistrictPlan district, Span span)
    {
        var members = district
            .Members.Where(member => member.IsActive)
            .Select(member =>
                (
                    Subject: member.Number,
                    Group: (district.SecretaryOf(member.Unit.Path), SubjectKinds.Member),
                    Merit: Merit(chance, member, span)
                )
            );
        var units = district.All.Select(unit =>
            (Subject: unit.Path, Group: (district.SecretaryOf(unit.Path), SubjectKinds.Unit), Merit: Merit(chance, unit))
        );
        return members
            .Concat(units)
            .GroupBy(subject => subject.Group)
            .SelectMany(group =>
                Rank(
                    chance,
                    $"{group.Key.Item1.UnitPath} {group.Key.Item2} {span.Name}",
                    [.. group.OrderByDescending(subject => subject.Merit).Select(subject => subject.Subject)]
                )
            )
            .ToDictionary();
    }

    /// <summary>Mostly the same person from year to year.</summary>
    public static double Merit(Chance chance, MemberPlan member, Span span) =>
        0.85 * member.Diligence + 0.15 * chance.Share("merit", member.Number, span.Name);

    public static double Merit(Chance chance, UnitPlan unit) => chance.Share("merit", unit.Path);

    private static IEnumerable<KeyValuePair<string, Scores>> Rank(Chance chance, string group, string[] subjects)
    {
        var excellent = (int)(subjects.Length * (ExcellentShare + Spread * chance.Share("excellent", group)));
        var failed = (int)(subjects.Length * FailedShare);
        var completed = (int)(subjects.Length * (CompletedShare + Spread * chance.Share("completed", group)));
        return subjects.Select(
            (subject, at) =>
            {
                var (common, task) =
                    at < excellent ? (28m, 63m)
                    : at < subjects.Length - completed - failed ? (24m, 48m)
                    : at < subjects.Length - failed ? (18m, 34m)
                    : (14m, 26m);
                var more = Math.Round((decimal)chance.Share("score", subject), 2);
                return KeyValuePair.Create(subject, new Scores(common + 2 * more, task + 5 * more, null));
            }
        );
    }
}
