using Campaign.Api.City;
using Campaign.City.Facts;
using Campaign.City.RollUps;
using Campaign.Contracts;
using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.City.Tests.Facts;

[Trait("Run", "Quick")]
public sealed class FiguresFromEventsTests(CityFixture city) : IClassFixture<CityFixture>
{
    private static readonly Api.City.Figures s_expected = new(
        Directives: 1,
        Assignments: 3,
        Acknowledged: 2,
        Completed: 2,
        CompletedOnTime: 1,
        Overdue: 1,
        UnitsAddressed: 2,
        UnitsReached: 2,
        SessionsScheduled: 3,
        SessionsHeld: 3,
        Attendance: 180,
        Expected: 200,
        CheckedIn: 0,
        Reviews: 3,
        Nominations: 0,
        Awards: 1
    );

    /// <summary>
    /// Seeds: 0 keeps the order; the others shuffle it, and every event is delivered by two different publications of it.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Figures_are_the_same_whatever_the_order_and_however_often_events_come(int seed)
    {
        var campaign = Guid.CreateVersion7();
        var events = Story.Events(campaign);
        if (seed > 0)
        {
            // the same fact told again under the same event id, and again under a fresh one
            var again = events
                .Where(@event => @event is not DirectiveIssued)
                .Select(@event => @event with { EventId = Guid.CreateVersion7() })
                .ToList();
            events = [.. events, .. events, .. again];
            new Random(seed).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(events));
        }

        // the document is known to City once, over all campaigns of this class
        events = [.. events.Select(@event => @event is DirectiveIssued ? @event with { AggregateId = campaign } : @event)];
        await city.PublishAsync(events);

        var client = city.As("analyst@hn");
        await Eventually.EqualsAsync(
            "the campaign's figures",
            async () => (await client.FiguresAsync(campaign, CityFixture.District)).Figures,
            s_expected
        );
        (await client.FiguresAsync(campaign)).Figures.ShouldBe(s_expected, "the city is the sum of its districts");
        (await client.DistrictsAsync(campaign)).Items.ShouldHaveSingleItem().Figures.ShouldBe(s_expected);
    }

    [Fact]
    public async Task Replicas_that_handle_two_events_of_one_assignment_side_by_side_count_it_once()
    {
        var campaign = Guid.CreateVersion7();
        var events = Story.Events(campaign);
        var issued = events.OfType<AssignmentIssued>().First();
        var overdue = events.OfType<AssignmentOverdue>().First() with { AggregateId = issued.AggregateId };
        var completed = events.OfType<AssignmentCompleted>().First() with { AggregateId = issued.AggregateId };
        await HandleAsync(handlers => handlers.HandleAsync(issued, default));

        Task other = Task.CompletedTask;
        await HandleAsync(async handlers =>
        {
            await handlers.HandleAsync(overdue, default);
            other = HandleAsync(otherHandlers => otherHandlers.HandleAsync(completed, default));
            await Locks.AwaitedAsync(city.Database, other);
        });
        await other;

        (
            await city.SqlAsync<long>(
                $"select coalesce(sum(value), 0)::bigint from figures where campaign_id = '{campaign}' and name = '{FigureNames.Overdue}'"
            )
        ).ShouldBe(0);
        (
            await city.SqlAsync<long>(
                $"select coalesce(sum(value), 0)::bigint from figures where campaign_id = '{campaign}' and name = '{FigureNames.Completed}'"
            )
        ).ShouldBe(1);
    }

    /// <summary>As the consumer does it: a transaction, the handlers, one save.</summary>
    private async Task HandleAsync(Func<CountAssignments, Task> handle)
    {
        await using var scope = city.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CityDb>();
        await using var transaction = await database.Database.BeginTransactionAsync();
        await handle(ActivatorUtilities.CreateInstance<CountAssignments>(scope.ServiceProvider));
        await database.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    [Fact]
    public async Task Revised_review_moves_between_ranks_and_older_news_is_ignored()
    {
        var campaign = Guid.CreateVersion7();
        var events = Story.Events(campaign);
        var opened = events.OfType<CampaignOpened>().Single();
        var decided = events.OfType<ReviewDecided>().First();
        await city.PublishAsync(
            opened,
            decided with
            {
                Version = 5,
                Rank = Ranks.Good,
            },
            decided with
            {
                EventId = Guid.CreateVersion7(),
                Version = 4,
            }
        );

        var report = await Eventually.TrueAsync(
            "the review to be counted",
            () => city.As("analyst@hn").ReviewReportAsync(campaign, CityFixture.District),
            report => report.Ratings.Count > 0
        );
        report
            .Ratings.ShouldHaveSingleItem()
            .ByRank.Where(rank => rank.Count > 0)
            .ShouldHaveSingleItem()
            .ShouldBe(new NamedCount(Ranks.Good, 1));
    }
}
