using System.Net;
using Campaign.Api;
using Campaign.Api.Evaluation;
using Campaign.Api.Problems;
using Campaign.Contracts;

namespace Campaign.Evaluation.Tests.Service;

[Collection(nameof(EvaluationService))]
[Trait("Run", "Quick")]
public class ReviewTests(EvaluationService service)
{
    private static readonly Scores s_scores = new(28, 62.5m, "Đã làm theo kế hoạch");

    [Fact]
    public async Task A_member_rates_themselves_and_nobody_else()
    {
        var world = await service.NewWorldAsync();
        var period = await world.EnrolledPeriodAsync();
        var reviews = await world.ReviewsAsync(period, SubjectKinds.Member, world.PathA);
        var (own, others) = (
            reviews.Single(review => review.SubjectId == world.MembersA[0]),
            reviews.First(review => review.SubjectId != world.MembersA[0])
        );
        var member = service.AsMember(world.MembersA[0], world.PathA);

        var rated = await member.SelfRateAsync(own.Id, s_scores);

        (rated.State, rated.Self).ShouldBe(("self-rated", s_scores));
        (await member.ReviewsAsync(period.Id)).Items.Select(review => review.Id).ShouldBe([own.Id]);
        (await Should.ThrowAsync<ApiException>(member.SelfRateAsync(others.Id, s_scores))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Should.ThrowAsync<ApiException>(member.ReviewAsync(others.Id))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Should.ThrowAsync<ApiException>(member.ReviewsAsync(period.Id, world.PathA))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_secretary_rates_the_unit_but_not_its_members()
    {
        var world = await service.NewWorldAsync();
        var period = await world.EnrolledPeriodAsync();
        var unit = (await world.ReviewsAsync(period, SubjectKinds.Unit, world.PathA)).Single();
        var member = (await world.ReviewsAsync(period, SubjectKinds.Member, world.PathA))[0];

        (await world.SecretaryA.SelfRateAsync(unit.Id, s_scores)).State.ShouldBe("self-rated");
        (await Should.ThrowAsync<ApiException>(world.SecretaryA.SelfRateAsync(member.Id, s_scores))).Type.ShouldBe(
            "urn:campaign:problem:not-yours"
        );
    }

    [Fact]
    public async Task Reading_another_persons_review_is_audited_and_reading_ones_own_is_not()
    {
        var world = await service.NewWorldAsync();
        var period = await world.EnrolledPeriodAsync();
        var own = (await world.ReviewsAsync(period, SubjectKinds.Member, world.PathA)).Single(review =>
            review.SubjectId == world.MembersA[0]
        );
        var reads = $"select count(*) from audit_log where action = 'read' and (entity_id = '{own.Id}' or details::text like '%{own.Id}%')";
        var before = await service.ScalarAsync<long>(reads);

        await service.AsMember(world.MembersA[0], world.PathA).ReviewAsync(own.Id);
        (await service.ScalarAsync<long>(reads)).ShouldBe(before);
        await world.SecretaryA.ReviewAsync(own.Id);
        (await service.ScalarAsync<long>(reads)).ShouldBe(before + 1);
        await world.SecretaryA.ReviewsAsync(period.Id);
        (await service.ScalarAsync<long>(reads)).ShouldBe(before + 2);
    }

    [Theory]
    [InlineData(30.01, 0, "common")]
    [InlineData(0, 70.01, "task")]
    [InlineData(-1, 0, "common")]
    [InlineData(1.005, 0, "common")]
    public async Task A_proposal_outside_30_and_70_is_refused(decimal common, decimal task, string wrong)
    {
        var world = await service.NewWorldAsync();
        var period = await world.EnrolledPeriodAsync();
        var review = (await world.ReviewsAsync(period, SubjectKinds.Member))[0];

        var problem = await Should.ThrowAsync<ApiException>(
            world.Officer.ProposeAsync(period.Id, new Propose([new(review.Id, new Scores(common, task, null))]))
        );

        var error = problem.Errors.ShouldHaveSingleItem();
        (error.Field, error.Code).ShouldBe(($"items[0].scores.{wrong}", EvaluationProblems.Score.Code));
    }

    [Fact]
    public async Task A_proposal_stands_in_the_list_once()
    {
        var world = await service.NewWorldAsync();
        var period = await world.EnrolledPeriodAsync();
        var review = (await world.ReviewsAsync(period, SubjectKinds.Member))[0];
        var proposal = new Proposal(review.Id, s_scores);

        var problem = await Should.ThrowAsync<ApiException>(world.Officer.ProposeAsync(period.Id, new Propose([proposal, proposal])));

        var error = problem.Errors.ShouldHaveSingleItem();
        (error.Field, error.Code).ShouldBe(("items[1].reviewId", FieldCodes.Twice.Code));
    }

    [Fact]
    public async Task Proposals_are_taken_all_or_none_and_can_be_changed()
    {
        var world = await service.NewWorldAsync();
        var period = await world.EnrolledPeriodAsync();
        var (inside, outside) = (
            (await world.ReviewsAsync(period, SubjectKinds.Member, world.PathA))[0],
            (await world.ReviewsAsync(period, SubjectKinds.Member, world.PathB))[0]
        );

        var problem = await Should.ThrowAsync<ApiException>(
            world.SecretaryA.ProposeAsync(period.Id, new Propose([new(inside.Id, s_scores), new(outside.Id, s_scores)]))
        );

        problem.Type.ShouldBe("urn:campaign:problem:outside-your-units");
        (await world.Officer.ReviewAsync(inside.Id)).State.ShouldBe("enrolled");
        await world.SecretaryA.ProposeAsync(period.Id, new Propose([new(inside.Id, s_scores)]));
        await world.SecretaryA.ProposeAsync(period.Id, new Propose([new(inside.Id, s_scores with { Common = 20 })]));
        (await world.Officer.ReviewAsync(inside.Id)).Proposal!.Common.ShouldBe(20);
        (await world.Officer.PeriodAsync(period.Id)).Counts.Proposed.ShouldBe(1);
    }

    [Fact]
    public async Task A_list_goes_through_every_review_once()
    {
        var world = await service.NewWorldAsync();
        var period = await world.EnrolledPeriodAsync();
        var seen = new List<Guid>();

        await foreach (var review in Paging.AllAsync(cursor => world.Officer.ReviewsAsync(period.Id, cursor: cursor, limit: 4)))
        {
            seen.Add(review.Id);
        }

        seen.Count.ShouldBe(13);
        seen.ShouldBeUnique();
    }
}
