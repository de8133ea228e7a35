using Campaign.Contracts;

namespace Campaign.Evaluation.RuleSets;

/// <summary>
/// The rule sets that a new installation starts with. What nobody has compared with the source's text is marked
/// unverified, and the Portal says so.
/// </summary>
internal static class RuleSetCatalogue
{
    private const string Rules2018 = "Quy định 132-QĐ/TW (8/3/2018), Hướng dẫn 21-HD/BTCTW (18/10/2019)";
    private const string Rules2023 = "Quy định 124-QĐ/TW (4/10/2023), Hướng dẫn 25-HD/BTCTW (10/11/2023)";
    private const string Rules2025 = "Quy định 366-QĐ/TW (30/8/2025), Hướng dẫn 43-HD/BTCTW (31/10/2025)";

    private static readonly DateOnly s_2018 = new(2018, 3, 8);
    private static readonly DateOnly s_2023 = new(2023, 10, 4);
    private static readonly DateOnly s_2025 = new(2025, 8, 30);

    public static RuleSet[] Sets =>
        [
            Set("party-members-2018", SubjectKinds.Member, "Đảng viên (2018–2023)", s_2018, s_2023, Rules2018, verified: false, minimum: 1),
            Set("party-units-2018", SubjectKinds.Unit, "Tổ chức (2018–2023)", s_2018, s_2023, Rules2018, verified: false, minimum: 1),
            Set("party-members-2023", SubjectKinds.Member, "Đảng viên (2023–2025)", s_2023, s_2025, Rules2023, verified: false, minimum: 1),
            Set("party-units-2023", SubjectKinds.Unit, "Tổ chức (2023–2025)", s_2023, s_2025, Rules2023, verified: false, minimum: 1),
            Set("party-members-2025", SubjectKinds.Member, "Đảng viên (từ 2025)", s_2025, null, Rules2025, verified: true, minimum: 0),
            Set("party-units-2025", SubjectKinds.Unit, "Tổ chức (từ 2025)", s_2025, null, Rules2025, verified: true, minimum: 0),
        ];

    public static RuleSetBand[] Bands =>
        [
            .. Sets.SelectMany(set =>
                new[]
                {
                    Band(set, Ranks.Excellent, 90),
                    Band(set, Ranks.Good, 70),
                    Band(set, Ranks.Completed, 50),
                    Band(set, Ranks.Failed, 0),
                }
            ),
        ];

    public static RuleSetCondition[] Conditions =>
        [
            .. Sets.Where(set => set.SubjectKind == SubjectKinds.Unit)
                .SelectMany(set =>
                    new[]
                    {
                        AtMost(set, Ranks.Excellent, Measures.AssignmentsLate, 0),
                        AtMost(set, Ranks.Excellent, Measures.AssignmentsOpen, 0),
                    }
                ),
            AtMost(Sets[5], Ranks.Good, Measures.AssignmentsLate, 0),
        ];

    private static RuleSet Set(
        string code,
        string kind,
        string name,
        DateOnly from,
        DateOnly? to,
        string source,
        bool verified,
        int minimum
    ) =>
        new()
        {
            Code = code,
            Version = 1,
            SubjectKind = kind,
            Name = name,
            ValidFrom = from,
            ValidTo = to,
            ExcellentCapPercent = 20,
            CapRounding = "down",
            CapMinimum = minimum,
            Source = source,
            Verified = verified,
        };

    private static RuleSetBand Band(RuleSet set, string rank, decimal from) =>
        new()
        {
            Code = set.Code,
            Version = set.Version,
            Rank = rank,
            From = from,
        };

    private static RuleSetCondition AtMost(RuleSet set, string rank, string measure, decimal most) =>
        new()
        {
            Code = set.Code,
            Version = set.Version,
            Rank = rank,
            Measure = measure,
            AtMost = most,
        };
}
