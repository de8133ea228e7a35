namespace Campaign.Scenarios.Plans;

/// <summary>A session that will be held.</summary>
/// <param name="AskedFor">Due day of the assignment that asks for it; null when none does.</param>
/// <param name="StartsAt">UTC.</param>
/// <param name="Minutes">How long it really takes.</param>
public sealed record Meeting(
    UnitPlan Unit,
    string Kind,
    string Topic,
    string Place,
    DateTimeOffset StartsAt,
    int Minutes,
    DateOnly? AskedFor,
    IReadOnlyList<MemberPlan> Participants
)
{
    /// <summary>Who came: the more diligent, the more likely; most of those who stay away say why.</summary>
    public string StatusOf(MemberPlan member, Chance chance)
    {
        var share = chance.Share("attendance", member.Number, Unit.Path, StartsAt.Ticks);
        var comes = 0.82 + 0.16 * member.Diligence;
        return share < comes * 0.97 ? "present"
            : share < comes ? "late"
            : share < comes + (1 - comes) * 0.7 ? "excused"
            : "absent";
    }
}

/// <summary>Every session of a district: thematic meetings of the cells, conferences of committees and key cadres, the review.</summary>
public static class Meetings
{
    private const int LatePercent = 2;
    private const int StudyParticipants = 150;
    private static readonly TimeSpan s_hanoi = TimeSpan.FromHours(7);

    public static IEnumerable<Meeting> Of(ScenarioPlan plan, DistrictPlan district)
    {
        var cells = district.Members.Where(member => member.IsActive).ToLookup(member => member.Unit.Path);
        MemberPlan[] cadres = [.. district.Members.Where(member => member.IsActive && member.Posts.Count > 0)];
        return
        [
            .. Study(plan, district, [.. district.Members.Where(member => member.IsActive)]),
            .. plan.Rounds.SelectMany(round =>
                district.Cells.Where(cell => cells.Contains(cell.Path)).Select(cell => Thematic(plan, round, cell, [.. cells[cell.Path]]))
            ),
            .. plan.Rounds.Select(
                (round, n) => At(district.Unit, "cadre-conference", round.Topic, round.From.AddDays(2 + n % 3), 8, 180, null, cadres)
            ),
            At(
                district.Unit,
                "review-conference",
                "Sơ kết hai năm thực hiện, biểu dương điển hình",
                plan.To.AddDays(-2),
                8,
                210,
                null,
                cadres
            ),
        ];
    }

    private static IEnumerable<Meeting> Study(ScenarioPlan plan, DistrictPlan district, MemberPlan[] members) =>
        district.Committees.Select(committee =>
        {
            var below = members
                .Where(member => member.Unit.Path.StartsWith(committee.Path + "/", StringComparison.Ordinal))
                .OrderByDescending(member => member.Posts.Count)
                .ThenBy(member => plan.Chance.Share("study", member.Number))
                .Take(StudyParticipants)
                .ToList();
            var day = Demands.StudyDue(district).AddDays(-3 - plan.Chance.Below(20, "study", committee.Path));
            return At(
                committee,
                "study-conference",
                "Học tập, quán triệt Kết luận 01-KL/TW và các kế hoạch thực hiện",
                day,
                8,
                210,
                Demands.StudyDue(district),
                below
            );
        });

    private static Meeting Thematic(ScenarioPlan plan, Round round, UnitPlan cell, MemberPlan[] members)
    {
        var chance = plan.Chance;
        // after its last round a campaign is over: nobody meets late any more
        var late = round.DueOn < plan.To && chance.Below(100, "late", cell.Path, round.DueOn) < LatePercent;
        var days = round.DueOn.DayNumber - round.From.DayNumber;
        var day = late
            ? round.DueOn.AddDays(1 + chance.Below(6, "day", cell.Path, round.DueOn))
            : round.From.AddDays(3 + chance.Below(Math.Max(1, days - 3), "day", cell.Path, round.DueOn));
        return At(
            cell,
            "thematic-meeting",
            round.Topic,
            day,
            19,
            90 + chance.Below(50, "minutes", cell.Path, round.DueOn),
            round.DueOn,
            members
        );
    }

    private static Meeting At(
        UnitPlan unit,
        string kind,
        string topic,
        DateOnly day,
        int hour,
        int minutes,
        DateOnly? askedFor,
        IReadOnlyList<MemberPlan> participants
    ) =>
        new(
            unit,
            kind,
            topic,
            $"Hội trường {unit.ShortName}",
            new DateTimeOffset(day, new TimeOnly(hour, 30), s_hanoi).ToUniversalTime(),
            minutes,
            askedFor,
            participants
        );
}
