using Campaign.Api;
using Campaign.Api.Recognition;
using Campaign.Contracts;
using Campaign.Scenarios.Plans;

namespace Campaign.Scenarios.Chapters;

/// <summary>Secretaries nominate, the council votes, and two signed decisions commend those who passed.</summary>
internal static class RecognitionChapter
{
    private const int PageSize = 500;
    private const string Title = "giay-khen";
    private const string Signer = "Thay mặt Ban Thường vụ (minh họa)";

    public static async Task PlayAsync(Stage stage)
    {
        var progress = stage.Narrator.Begin(
            "recognition: nominations voted on",
            stage.Plan.Districts.Sum(district => Nominees.Of(stage.Plan, district).Count())
        );
        foreach (var district in stage.Plan.Districts)
        {
            var nominees = Nominees.Of(stage.Plan, district).ToList();
            var council = await FoundCouncilAsync(district, stage);
            var known = await KnownAsync(district, stage);
            await stage.EachAsync(nominees, async nominee =>
            {
                var nomination = known.GetValueOrDefault(SubjectId(nominee, stage))
                    ?? await NominateAsync(nominee, council, district, stage);
                await VoteAsync(nomination, nominee, council, district, stage);
                progress.Step();
            });
            await DecideAsync(district, stage);
            stage.Sent.Nominations += nominees.Count;
            stage.Sent.Awards += nominees.Count(nominee => nominee.Passes);
        }
    }

    private static Guid SubjectId(Nominee nominee, Stage stage) =>
        nominee.Member is null ? stage.UnitId(nominee.Unit) : stage.MemberId(nominee.Member);

    private static async Task<CouncilView> FoundCouncilAsync(DistrictPlan district, Stage stage)
    {
        var officer = stage.Cast.As(district.Officer).Recognition;
        var name = $"Hội đồng thi đua – khen thưởng {district.Unit.ShortName}";
        await foreach (var council in Paging.AllAsync(cursor => officer.CouncilsAsync(cursor, PageSize, stage.Ct)))
        {
            if (council.Name == name && council.UnitPath == district.Unit.Path)
            {
                return council;
            }
        }

        return await Later.ArrivedAsync(
            () =>
                officer.CreateCouncilAsync(
                    new CreateCouncil(name, stage.UnitId(district.Unit), [.. Nominees.Council(district).Select(stage.MemberId)]),
                    stage.Key("council", district.Unit.Path),
                    stage.Ct
                ),
            stage.Ct
        );
    }

    private static async Task<Dictionary<Guid, NominationView>> KnownAsync(DistrictPlan district, Stage stage)
    {
        var officer = stage.Cast.As(district.Officer).Recognition;
        Dictionary<Guid, NominationView> known = [];
        await foreach (
            var nomination in Paging.AllAsync(cursor => officer.NominationsAsync(stage.Campaign.Id, null, cursor, PageSize, stage.Ct))
        )
        {
            known[nomination.SubjectId] = nomination;
        }

        return known;
    }

    private static Task<NominationView> NominateAsync(Nominee nominee, CouncilView council, DistrictPlan district, Stage stage) =>
        Later.ArrivedAsync(
            () =>
                stage
                    .Cast.As(district.SecretaryOf(nominee.Unit.Path))
                    .Recognition.NominateAsync(
                        new Nominate(
                            stage.Campaign.Id,
                            council.Id,
                            nominee.SubjectKind,
                            SubjectId(nominee, stage),
                            Title,
                            nominee.Achievement
                        ),
                        stage.Key("nominate", SubjectId(nominee, stage)),
                        stage.Ct
                    ),
            stage.Ct
        );

    private static async Task VoteAsync(NominationView nomination, Nominee nominee, CouncilView council, DistrictPlan district, Stage stage)
    {
        if (nomination.State != "submitted")
        {
            return;
        }

        // 8 of 9 pass any title; 4 of 9 pass none
        var against = nominee.Passes ? 1 : 5;
        var ballots = council
            .MemberIds.OrderBy(member => stage.Plan.Chance.Share("ballot", nominee.Achievement, member))
            .Select((member, at) => new Ballot(member, at >= against));
        await stage
            .Cast.As(district.Officer)
            .Recognition.RecordBallotsAsync(nomination.Id, new CastVotes([.. ballots]), stage.Key("ballots", nomination.Id), stage.Ct);
    }

    private static async Task DecideAsync(DistrictPlan district, Stage stage)
    {
        var officer = stage.Cast.As(district.Officer).Recognition;
        var passed = (await KnownAsync(district, stage))
            .Values.Where(nomination => nomination.State == "passed")
            .OrderBy(nomination => nomination.Id)
            .ToLookup(nomination => nomination.SubjectKind);
        foreach (var (kind, number) in new[] { (SubjectKinds.Unit, "815-QĐ/QU"), (SubjectKinds.Member, "816-QĐ/QU") })
        {
            if (passed.Contains(kind))
            {
                await officer.DecideAsync(
                    new DecideAwards(number, Signer, stage.Plan.To.AddDays(-4), [.. passed[kind].Select(nomination => nomination.Id)]),
                    stage.Key("award", district.Unit.Path, number),
                    stage.Ct
                );
            }
        }
    }
}
