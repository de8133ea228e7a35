using System.Globalization;
using Campaign.Contracts;
using Campaign.Scenarios.People;

namespace Campaign.Scenarios.Plans;

/// <summary>The same story at any scale, for load: districts with cells and members, a thematic meeting each month.</summary>
public static class CityYear
{
    private const int MembersForAnAward = 200;
    private static readonly DateOnly s_first = new(2024, 1, 1);

    /// <param name="cells">In the whole city, spread evenly; likewise <paramref name="members"/>.</param>
    public static ScenarioPlan Plan(int districts, int cells, int members, int months)
    {
        var scale = $"{districts}-{cells}-{members}-{months}";
        var chance = new Chance($"city-year/{scale}");
        var topics = Resource.Lines("topics.txt");
        var last = s_first.AddMonths(months).AddDays(-1);
        return new ScenarioPlan
        {
            Seed = chance.Seed,
            CampaignName = $"Năm mô phỏng {scale}",
            From = s_first.AddMonths(-1),
            To = last,
            Topics = topics,
            Documents =
            [
                new("KH", "01-KH/TU", $"Kế hoạch mô phỏng {scale}", "Thành ủy Hà Nội", "Thành ủy Hà Nội", s_first.AddDays(-20), null),
            ],
            Rounds =
            [
                .. Enumerable
                    .Range(0, months)
                    .Select(n => new Round(
                        string.Create(CultureInfo.InvariantCulture, $"Sinh hoạt chuyên đề {s_first.AddMonths(n):MM/yyyy}"),
                        topics[n % topics.Length],
                        s_first.AddMonths(n),
                        s_first.AddMonths(n + 1).AddDays(-1)
                    )),
            ],
            Evaluations = [new($"Đánh giá {scale}", s_first, last)],
            Districts =
            [
                .. Enumerable
                    .Range(1, districts)
                    .Select(n => District(chance, $"q{scale}-{n:00}", Share(cells, districts, n), Share(members, districts, n))),
            ],
            CityOfficer = new Part("can-bo-thanh-uy", "Cán bộ Thành ủy (minh họa)", Roles.CityOfficer, CityRoot.Unit.Path),
            Analyst = new Part("phan-tich", "Chuyên viên phân tích (minh họa)", Roles.Analyst, CityRoot.Unit.Path),
        };
    }

    private static DistrictPlan District(Chance chance, string code, int cells, int members)
    {
        var district = CityRoot.Unit.Below(code, $"Quận ủy {code} (minh họa)", code, UnitTypes.PartyCommittee);
        UnitPlan[] all =
        [
            .. Enumerable
                .Range(1, Math.Max(1, cells))
                .Select(n => district.Below($"{code}-cb-{n:000}", $"Chi bộ số {n} – {code} (minh họa)", $"Chi bộ số {n}", UnitTypes.Cell)),
        ];
        var people = Membership.Fill(chance, code.ToUpperInvariant(), all, Math.Max(members, all.Length), _ => []);
        var awards = Math.Max(2, people.Count / MembersForAnAward);
        return new DistrictPlan
        {
            Unit = district,
            Units = all,
            Members = people,
            Documents =
            [
                new("KH", "02-KH/QU", $"Kế hoạch mô phỏng {code}", district.Name, "Ban Thường vụ", s_first.AddDays(-10), "01-KH/TU"),
            ],
            Officer = new($"can-bo-{code}", $"Cán bộ {code} (minh họa)", Roles.DistrictOfficer, district.Path),
            Committee = new($"danh-gia-{code}", $"Tổ đánh giá {code} (minh họa)", Roles.Committee, district.Path),
            Council = new($"hoi-dong-{code}", $"Hội đồng {code} (minh họa)", Roles.Council, district.Path),
            Secretaries = [new($"bi-thu-{code}", $"Thường trực {code} (minh họa)", Roles.Secretary, district.Path)],
            Others = [],
            CollectiveAwards = Math.Min(awards / 2, all.Length),
            PersonalAwards = awards - Math.Min(awards / 2, all.Length),
        };
    }

    private static int Share(int whole, int parts, int n) => (int)((long)whole * n / parts - (long)whole * (n - 1) / parts);
}
