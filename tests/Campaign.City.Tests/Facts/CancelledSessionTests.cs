using System.Runtime.InteropServices;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.City.Tests.Facts;

public sealed class CancelledSessionTests(CityFixture city) : IClassFixture<CityFixture>
{
    private const string Path = "hn/thanh-xuan/ha-dinh/cb-01";
    private const string HeldTopic = "Chủ đề đã đổi";

    /// <summary>0 keeps the order; the others shuffle it.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_cancelled_session_is_not_scheduled_and_a_changed_one_counts_by_the_topic_it_was_held_on(int seed)
    {
        var campaign = Guid.CreateVersion7();
        var (cancelled, held, ahead) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        List<CampaignEvent> events = [Scheduled(cancelled), Scheduled(held), Cancelled(cancelled), Held(held)];
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
            From = new(2026, 1, 1),
            To = new(2026, 12, 31),
            Topics = ["A"],
        };
        // said twice, and one more to wait for
        await city.PublishAsync([opened, .. events, Cancelled(cancelled), Scheduled(ahead)]);

        await Eventually.EqualsAsync(
            "the last session to be there",
            () => city.SqlAsync<long>($"select count(*) from sessions where id = '{ahead}'"),
            1
        );
        var figures = (await city.As("analyst@hn").FiguresAsync(campaign, CityFixture.District)).Figures;
        (figures.SessionsScheduled, figures.SessionsHeld).ShouldBe((2, 1));
        (await city.SqlAsync<string>($"select topic from sessions where id = '{held}'")).ShouldBe(HeldTopic);

        SessionScheduled Scheduled(Guid id) =>
            new()
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = id,
                Version = 1,
                UnitId = Guid.CreateVersion7(),
                UnitPath = Path,
                Kind = "thematic-meeting",
                Topic = "Chủ đề",
                StartsAt = new(2026, 3, 3, 12, 30, 0, TimeSpan.Zero),
            };

        SessionCancelled Cancelled(Guid id) =>
            new()
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = id,
                Version = 2,
                UnitId = Guid.CreateVersion7(),
                UnitPath = Path,
                Kind = "thematic-meeting",
                Topic = "Chủ đề",
                StartsAt = new(2026, 3, 3, 12, 30, 0, TimeSpan.Zero),
                Reason = "Bão số 3",
            };

        SessionHeld Held(Guid id) =>
            new()
            {
                District = CityFixture.District,
                CampaignId = campaign,
                AggregateId = id,
                Version = 4,
                UnitId = Guid.CreateVersion7(),
                UnitPath = Path,
                Kind = "thematic-meeting",
                Topic = HeldTopic,
                HeldOn = new(2026, 3, 3),
                Minutes = 95,
                Expected = 20,
                Present = 18,
                Excused = 1,
                Absent = 1,
            };
    }
}
