using System.Runtime.InteropServices;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.City.Tests.Facts;

public sealed class ReturnedAssignmentTests(CityFixture city) : IClassFixture<CityFixture>
{
    private const string Path = "hn/thanh-xuan/ha-dinh/cb-01";
    private static readonly DateOnly s_due = new(2026, 3, 31);

    /// <summary>0 keeps the order; the others shuffle it.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Returned_work_is_open_again_put_off_work_is_not_overdue_and_recalled_work_counts_for_nothing(int seed)
    {
        var (campaign, directive, unit) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        Guid[] ids = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())];
        List<CampaignEvent> events =
        [
            .. ids.Select(Issued),
            Completed(ids[0], 3),
            new AssignmentReturned
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = ids[0],
                Version = 4,
                DirectiveId = directive,
                UnitId = unit,
                UnitPath = Path,
                Requirement = RequirementKinds.Report,
                Reason = "…",
                DueOn = s_due,
            },
            Completed(ids[1], 3),
            new AssignmentOverdue
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = ids[2],
                Version = 2,
                DirectiveId = directive,
                UnitId = unit,
                UnitPath = Path,
                DueOn = s_due,
            },
            new AssignmentExtended
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = ids[2],
                Version = 3,
                DirectiveId = directive,
                UnitId = unit,
                UnitPath = Path,
                DueOn = s_due.AddDays(9),
            },
            new AssignmentRecalled
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = ids[3],
                Version = 2,
                DirectiveId = directive,
                UnitId = unit,
                UnitPath = Path,
                Requirement = RequirementKinds.Report,
                Reason = "…",
            },
        ];
        if (seed > 0)
        {
            new Random(seed).Shuffle(CollectionsMarshal.AsSpan(events));
        }

        var opened = new CampaignOpened
        {
            District = CityFixture.District,
            CampaignId = campaign,
            AggregateId = campaign,
            Version = 1,
            Name = "Học tập và làm theo",
            From = s_due,
            To = s_due,
            Topics = ["A"],
        };
        await city.PublishAsync([opened, .. events, Issued(Guid.CreateVersion7())]);
        var figures = (
            await Eventually.TrueAsync(
                "the last assignment to be counted",
                () => city.As("analyst@hn").FiguresAsync(campaign, CityFixture.District),
                seen => seen.Figures.Assignments == 4
            )
        ).Figures;
        (figures.Completed, figures.CompletedOnTime, figures.Overdue).ShouldBe((1, 1, 0));

        AssignmentIssued Issued(Guid id) =>
            new()
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = id,
                Version = 1,
                DirectiveId = directive,
                UnitId = unit,
                UnitPath = Path,
                Requirement = RequirementKinds.Report,
                Title = "Báo cáo",
                DueOn = s_due,
            };

        AssignmentCompleted Completed(Guid id, long version) =>
            new()
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = id,
                Version = version,
                DirectiveId = directive,
                UnitId = unit,
                UnitPath = Path,
                Requirement = RequirementKinds.Report,
                CompletedOn = s_due,
                OnTime = true,
            };
    }
}
