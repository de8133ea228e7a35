using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Scenarios.Plans;

namespace Campaign.Scenarios.Chapters;

/// <summary>Committees and their secretaries promise what they will do; most of it is done, and the district confirms what is.</summary>
internal static class CommitmentsChapter
{
    /// <summary>Committees of a district that promise.</summary>
    private const int Most = 6;

    private static readonly (string What, decimal Target, string Measure)[] s_deeds =
    [
        ("Xây dựng ngõ văn minh đô thị", 3, "ngõ"),
        ("Vận động bàn giao mặt bằng", 12, "hộ"),
        ("Thăm hỏi, hỗ trợ gia đình khó khăn", 20, "hộ"),
        ("Cắt giảm thời gian giải quyết thủ tục hành chính", 5, "thủ tục"),
        ("Xóa điểm chiếm dụng vỉa hè", 8, "điểm"),
    ];

    public static async Task PlayAsync(Stage stage)
    {
        var promises = stage
            .Plan.Districts.SelectMany(district =>
                PromisesOf(district, stage).Index().Select(promise => (district, promise.Index, promise.Item))
            )
            .ToList();
        var progress = stage.Narrator.Begin("commitments: words beside deeds", promises.Count);
        await stage.EachAsync(promises, async promise =>
        {
            await KeepAsync(promise.district, promise.Index, promise.Item, stage);
            progress.Step();
        });
    }

    /// <summary>One of each committee, and one of its secretary where that is a member.</summary>
    private static IEnumerable<(UnitPlan Unit, MemberPlan? Head)> PromisesOf(DistrictPlan district, Stage stage) =>
        district
            .Committees.Where(unit => unit != district.Unit)
            .Take(Most)
            .SelectMany(unit =>
                district
                    .Members.Where(member =>
                        member.IsActive
                        && member.Posts.Contains($"{Roles.Secretary}@{unit.Code}")
                        && stage.Members.ContainsKey(member.Number)
                    )
                    .Take(1)
                    .Select(member => (unit, (MemberPlan?)member))
                    .Prepend((unit, null))
            );

    private static async Task KeepAsync(DistrictPlan district, int index, (UnitPlan Unit, MemberPlan? Head) promise, Stage stage)
    {
        var (unit, head) = promise;
        var secretary = stage.Cast.As(district.SecretaryOf(unit.Path)).Directive;
        var holder = head is null ? "unit" : "head";
        if ((await secretary.CommitmentsAsync(stage.Campaign.Id, stage.UnitId(unit), holder: holder, ct: stage.Ct)).Items.Count > 0)
        {
            return;
        }

        var (from, due) = (stage.Plan.From.AddMonths(2), stage.Plan.To.AddMonths(-2));
        var deeds = Enumerable
            .Range(index, 2)
            .Select(at => s_deeds[at % s_deeds.Length])
            .Select(deed => new DeedDraft(null, deed.What, deed.Target, deed.Measure, due))
            .ToList();
        var made = await Later.ArrivedAsync(
            () =>
                secretary.MakeCommitmentAsync(
                    new MakeCommitment(
                        stage.Campaign.Id,
                        stage.UnitId(unit),
                        head is null ? null : stage.MemberId(head),
                        null,
                        null,
                        $"Kế hoạch làm theo của {head?.FullName ?? unit.ShortName} (minh họa)",
                        deeds
                    )
                    {
                        On = from,
                    },
                    stage.Key("promise", unit.Path, holder),
                    stage.Ct
                ),
            stage.Ct
        );
        for (var at = 0; at < made.Deeds.Count; at++)
        {
            // every third promise is kept in full; of the others one deed waits for its confirmation, or comes half way
            await DoAsync(secretary, made, at, whole: at == 0 || index % 3 == 0, from, stage);
            if (index % 3 == 0)
            {
                await stage
                    .Cast.As(district.Officer)
                    .Directive.ConfirmDeedAsync(made.Id, made.Deeds[at].Id, stage.Key("confirm", made.Id, at), stage.Ct);
            }
        }
    }

    private static async Task DoAsync(DirectiveClient secretary, CommitmentView made, int at, bool whole, DateOnly from, Stage stage)
    {
        var half = Math.Ceiling(made.Deeds[at].Target / 2);
        (decimal Amount, string Evidence)[] entries = whole
            ?
            [
                (half, "Biên bản nghiệm thu của tổ dân phố (minh họa)"),
                (made.Deeds[at].Target - half, "Ảnh trước và sau, lưu tại văn phòng Đảng ủy (minh họa)"),
            ]
            : [(half, "Biên bản nghiệm thu của tổ dân phố (minh họa)")];
        foreach (var (no, entry) in entries.Index())
        {
            await secretary.EnterProgressAsync(
                made.Id,
                made.Deeds[at].Id,
                new DeedProgress(from.AddMonths(3 * (no + 1)), entry.Amount, entry.Evidence, null),
                stage.Key("progress", made.Id, at, no),
                stage.Ct
            );
        }
    }
}
