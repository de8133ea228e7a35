using Campaign.Contracts;

namespace Campaign.Scenarios.Plans;

/// <summary>Somebody who is put forward, and whether the council will be in favour.</summary>
public sealed record Nominee(string SubjectKind, UnitPlan Unit, MemberPlan? Member, string Achievement, bool Passes);

/// <summary>Who is put forward: the best of every group in turn, some more than are commended.</summary>
public static class Nominees
{
    public const int CouncilSize = 9;
    private const int RejectedOfEachKind = 3;

    /// <summary>Cell secretaries, spread over the district.</summary>
    public static IReadOnlyList<MemberPlan> Council(DistrictPlan district)
    {
        var seated = district
            .Members.Where(member => member.IsActive)
            .OrderByDescending(member => member.Posts.Count)
            .ThenBy(member => member.Number, StringComparer.Ordinal)
            .ToList();
        return [.. seated.Take(CouncilSize)];
    }

    public static IEnumerable<Nominee> Of(ScenarioPlan plan, DistrictPlan district)
    {
        var works = Resource.Lines("achievements.txt");
        var council = Council(district).ToHashSet();
        // who met late once is not commended
        var late = Meetings
            .Of(plan, district)
            .Where(meeting => DateOnly.FromDateTime(meeting.StartsAt.UtcDateTime) > meeting.AskedFor)
            .Select(meeting => meeting.Unit.Path)
            .ToHashSet();
        var units = InTurn(
            district.Units.Where(unit => !late.Contains(unit.Path)),
            unit => district.SecretaryOf(unit.Path).UnitPath,
            unit => Ratings.Merit(plan.Chance, unit)
        );
        var members = InTurn(
            district.Members.Where(member => member.IsActive && !council.Contains(member)),
            member => district.SecretaryOf(member.Unit.Path).UnitPath,
            member => member.Diligence
        );
        return
        [
            .. units
                .Take(district.CollectiveAwards + RejectedOfEachKind)
                .Select(
                    (unit, at) =>
                        new Nominee(
                            SubjectKinds.Unit,
                            unit,
                            null,
                            Achievement(works, plan.Chance, unit.Path, unit.Name),
                            at < district.CollectiveAwards
                        )
                ),
            .. members
                .Take(district.PersonalAwards + RejectedOfEachKind)
                .Select(
                    (member, at) =>
                        new Nominee(
                            SubjectKinds.Member,
                            member.Unit,
                            member,
                            Achievement(works, plan.Chance, member.Number, member.FullName),
                            at < district.PersonalAwards
                        )
                ),
        ];
    }

    private static IEnumerable<T> InTurn<T>(IEnumerable<T> subjects, Func<T, string> group, Func<T, double> merit) =>
        subjects
            .GroupBy(group)
            .OrderBy(part => part.Key, StringComparer.Ordinal)
            .SelectMany(part => part.OrderByDescending(merit).Select((subject, at) => (subject, at)))
            .OrderBy(place => place.at)
            .Select(place => place.subject);

    private static string Achievement(string[] works, Chance chance, string subject, string name) =>
        $"(Minh họa) {name}: {works[chance.Below(works.Length, "achievement", subject)]}.";
}
