using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Evaluation.Tests.Service;

/// <summary>A unit ends while its people are being reviewed.</summary>
[Collection(nameof(EvaluationService))]
public class CarryOverTests(EvaluationService service)
{
    [Fact]
    public async Task Open_reviews_go_to_the_successor_with_their_subjects()
    {
        var world = await service.NewWorldAsync();
        var period = await world.EnrolledPeriodAsync();
        var before = await world.ReviewsAsync(period, SubjectKinds.Member);
        var ended = world.Unit(world.CellA, $"{world.Code}-a", world.PathA, world.UnitId) with { Version = 2, ValidTo = Mergers.Day };

        await service.PublishAsync(ended, ended.Into(world.Unit(world.CellB, $"{world.Code}-b", world.PathB, world.UnitId)));

        await service.EventuallyAsync<long>(
            $"select count(*) from reviews where period_id = '{period.Id}' and unit_id = '{world.CellA}'",
            0
        );
        var after = await world.ReviewsAsync(period, SubjectKinds.Member);
        after.Select(review => review.Id).ShouldBe(before.Select(review => review.Id), ignoreOrder: true);
        after.ShouldAllBe(review => review.UnitPath == world.PathB);
        (await world.ReviewsAsync(period, SubjectKinds.Unit, world.PathB)).Select(review => review.SubjectId).ShouldContain(world.CellA);
        var proposed = after[0];
        await world.ProposeAsync(period, [proposed], [80]);
    }

    [Fact]
    public async Task Decided_review_stays_where_it_was_decided()
    {
        var world = await service.NewWorldAsync();
        var period = await world.EnrolledPeriodAsync();
        var review = (await world.ReviewsAsync(period, SubjectKinds.Member, world.PathA))[0];
        await service.ExecuteAsync(
            "update reviews set state = 'decided', score = 80, rank = 'good', rule_set = 'party-2025/1', decided_on = '2025-06-01', "
                + $"decided_by = 'Test' where id = '{review.Id}'"
        );
        var ended = world.Unit(world.CellA, $"{world.Code}-a", world.PathA, world.UnitId) with { Version = 2, ValidTo = Mergers.Day };

        await service.PublishAsync(ended, ended.Into(world.Unit(world.CellB, $"{world.Code}-b", world.PathB, world.UnitId)));

        await service.EventuallyAsync<long>(
            $"select count(*) from reviews where period_id = '{period.Id}' and subject_kind = 'member' and unit_id = '{world.CellA}'",
            1
        );
        (await world.ReviewsAsync(period, SubjectKinds.Member, world.PathA)).ShouldHaveSingleItem().Id.ShouldBe(review.Id);
    }
}
