using System.Globalization;
using Campaign.Contracts;

namespace Campaign.Scenarios.Plans;

/// <summary>Fills cells with invented members, whose numbers say so: <c>DEMO-…</c>.</summary>
internal static class Membership
{
    /// <param name="prefix">After <c>DEMO-</c>, e.g. <c>TX</c>.</param>
    /// <param name="posts">Further posts of a cell's first member, its secretary.</param>
    public static List<MemberPlan> Fill(
        Chance chance,
        string prefix,
        IReadOnlyList<UnitPlan> cells,
        int members,
        Func<UnitPlan, IEnumerable<string>> posts
    )
    {
        List<MemberPlan> filled = new(members);
        for (var at = 0; at < cells.Count; at++)
        {
            // spread evenly, down to the last member
            var size = (int)((long)members * (at + 1) / cells.Count - (long)members * at / cells.Count);
            for (var n = 0; n < size; n++)
            {
                var number = string.Create(CultureInfo.InvariantCulture, $"DEMO-{prefix}-{filled.Count + 1:00000}");
                filled.Add(
                    new MemberPlan(
                        number,
                        Names.Of(chance, number),
                        cells[at],
                        new DateOnly(1975, 2, 3).AddDays(chance.Below(15_500, "joined", number)),
                        n == 0 ? MemberStatuses.Active : Status(chance.Share("status", number)),
                        chance.Share("diligence", number),
                        n == 0 ? [$"{Roles.Secretary}@{cells[at].Code}", .. posts(cells[at])] : []
                    )
                );
            }
        }

        return filled;
    }

    private static string Status(double share) =>
        share switch
        {
            < 0.03 => MemberStatuses.Exempted,
            < 0.035 => "away",
            _ => MemberStatuses.Active,
        };
}
