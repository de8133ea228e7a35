using System.Globalization;
using System.Text.Json;
using Campaign.Contracts;
using Campaign.Scenarios.People;

namespace Campaign.Scenarios.Plans;

/// <summary>
/// The two-year review of the district Thanh Xuân: the real documents, wards and topics; invented cells, schools, enterprises
/// and people, marked as such. The district's own plan numbers are invented as well.
/// </summary>
public static class ThanhXuan
{
    private const int Members = 9000;
    private static readonly DateOnly s_units = new(2015, 1, 1);
    private static readonly Chance s_chance = new("thanh-xuan/1");

    public static ScenarioPlan Plan()
    {
        var topics = Resource.Lines("topics.txt");
        return new ScenarioPlan
        {
            Seed = s_chance.Seed,
            CampaignName = "Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh theo Kết luận 01-KL/TW",
            From = new DateOnly(2021, 5, 18),
            To = new DateOnly(2023, 6, 30),
            Topics = topics,
            Documents = Superiors(),
            Rounds = [.. Enumerable.Range(0, 8).Select(n => Quarter(n, topics[n % topics.Length]))],
            Evaluations = [Year(2021), Year(2022)],
            Districts = [District()],
            CityOfficer = new Part("can-bo-thanh-uy", "Cán bộ Thành ủy (minh họa)", Roles.CityOfficer, CityRoot.Unit.Path),
            Analyst = new Part("phan-tich", "Chuyên viên phân tích (minh họa)", Roles.Analyst, CityRoot.Unit.Path),
        };
    }

    private static DistrictPlan District()
    {
        var district = CityRoot.Unit.Below("thanh-xuan", "Quận ủy Thanh Xuân", "Thanh Xuân", UnitTypes.PartyCommittee) with
        {
            ValidFrom = s_units,
        };
        var units = Units(district);
        UnitPlan[] committees = [.. units.Where(unit => unit.ParentCode == district.Code)];
        UnitPlan[] cells = [.. units.Where(unit => unit.Type == UnitTypes.Cell)];
        // the first cell of each committee gives its secretary
        var seats = committees.ToDictionary(
            committee => cells.First(cell => cell.Path.StartsWith(committee.Path + "/", StringComparison.Ordinal)).Code,
            committee => $"{Roles.Secretary}@{committee.Code}"
        );
        var members = Membership.Fill(s_chance, "TX", cells, Members, cell => seats.TryGetValue(cell.Code, out var seat) ? [seat] : []);
        return new DistrictPlan
        {
            Unit = district,
            Units = units,
            Members = members,
            Documents =
            [
                new(
                    "KH",
                    "54-KH/QU",
                    "Kế hoạch thực hiện Kết luận 01-KL/TW và Kế hoạch 39-KH/TU trên địa bàn quận Thanh Xuân",
                    "Quận ủy Thanh Xuân",
                    "Ban Thường vụ Quận ủy",
                    new(2021, 8, 25),
                    "39-KH/TU"
                ),
                new(
                    "KH",
                    "121-KH/QU",
                    "Kế hoạch chuyên đề năm 2023: Phát huy các giá trị văn hóa, xây dựng đạo đức công vụ và nâng cao ý thức trách "
                        + "nhiệm của đội ngũ cán bộ, đảng viên quận Thanh Xuân",
                    "Quận ủy Thanh Xuân",
                    "Ban Thường vụ Quận ủy",
                    new(2023, 1, 10),
                    "54-KH/QU"
                ),
            ],
            Officer = new("can-bo-quan-uy", "Cán bộ Quận ủy (minh họa)", Roles.DistrictOfficer, district.Path),
            Committee = new("to-danh-gia", "Tổ đánh giá, xếp loại (minh họa)", Roles.Committee, district.Path),
            Council = new("hoi-dong", "Thư ký Hội đồng thi đua – khen thưởng (minh họa)", Roles.Council, district.Path),
            Secretaries =
            [
                new("bi-thu-quan-uy", "Thường trực Quận ủy (minh họa)", Roles.Secretary, district.Path),
                .. committees.Select(committee => new Part(
                    $"bi-thu-{committee.Code["tx-".Length..]}",
                    $"Bí thư {committee.ShortName} (minh họa)",
                    Roles.Secretary,
                    committee.Path,
                    members.First(member => member.Posts.Contains($"{Roles.Secretary}@{committee.Code}"))
                )),
            ],
            Others = [new("dang-vien", "Đảng viên (minh họa)", Roles.Member, cells[0].Path, members[1])],
            CollectiveAwards = 20,
            PersonalAwards = 27,
        };
    }

    private static List<UnitPlan> Units(UnitPlan district)
    {
        List<UnitPlan> units = [];
        foreach (var row in Resource.Lines("thanh-xuan-units.csv").Skip(1).Select(Csv.Split))
        {
            var parent = units.Find(unit => unit.Code == row[4]) ?? district;
            var unit = parent.Below(row[0], row[1], row[2], row[3]);
            units.Add(unit);
            units.AddRange(
                Enumerable
                    .Range(1, int.Parse(row[5], CultureInfo.InvariantCulture))
                    .Select(n =>
                        unit.Below(
                            $"{unit.Code}-cb-{n:00}",
                            $"Chi bộ số {n} – {unit.ShortName} (minh họa)",
                            $"Chi bộ số {n}",
                            UnitTypes.Cell
                        )
                    )
            );
        }

        return units;
    }

    private static Round Quarter(int n, string topic)
    {
        var first = new DateOnly(2021, 7, 1).AddMonths(3 * n);
        string[] romans = ["I", "II", "III", "IV"];
        // the plan was signed late in the first quarter
        var from = n == 0 ? new DateOnly(2021, 9, 1) : first;
        return new Round(
            $"Sinh hoạt chuyên đề quý {romans[(first.Month - 1) / 3]}/{first.Year}",
            topic,
            from,
            first.AddMonths(3).AddDays(-1)
        );
    }

    private static Span Year(int year) => new($"Đánh giá, xếp loại năm {year}", new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private static DocumentPlan[] Superiors()
    {
        using var file = Resource.Open("documents.json");
        return JsonSerializer.Deserialize<DocumentPlan[]>(file, JsonSerializerOptions.Web)!;
    }
}
