using System.Net;
using Campaign.Api;
using Campaign.Api.Evaluation;
using Campaign.Api.Problems;
using Campaign.Contracts;

namespace Campaign.Evaluation.Tests.Service;

[Collection(nameof(EvaluationService))]
public class EnrolmentTests(EvaluationService service)
{
    [Fact]
    public async Task Enrolling_gives_every_active_member_and_every_unit_a_review()
    {
        var world = await service.NewWorldAsync();
        var exempted = Guid.NewGuid();
        await service.PublishAsync(world.Member(exempted, world.CellA, world.PathA, MemberStatuses.Exempted));
        await service.EventuallyAsync<long>($"select count(*) from members where id = '{exempted}'", 1);

        var period = await world.EnrolledPeriodAsync();

        period.Counts.ShouldBeEquivalentTo(new PeriodCounts(13, 0, 0, new Dictionary<string, int>()));
        (await world.ReviewsAsync(period, SubjectKinds.Member))
            .Select(review => review.SubjectId)
            .ShouldBe([.. world.MembersA, .. world.MembersB], ignoreOrder: true);
        (await world.ReviewsAsync(period, SubjectKinds.Unit))
            .Select(review => review.SubjectId)
            .ShouldBe([world.UnitId, world.CellA, world.CellB], ignoreOrder: true);
    }

    [Fact]
    public async Task Enrolling_again_adds_only_who_is_missing()
    {
        var world = await service.NewWorldAsync();
        var period = await world.EnrolledPeriodAsync();
        var newcomer = Guid.NewGuid();
        await service.PublishAsync(world.Member(newcomer, world.CellB, world.PathB));
        await service.EventuallyAsync<long>($"select count(*) from members where id = '{newcomer}'", 1);

        var again = await world.Officer.EnrolAsync(period.Id, new Enrol(world.Path));

        again.Counts.Reviews.ShouldBe(period.Counts.Reviews + 1);
        (await service.ScalarAsync<long>($"select count(*) from reviews where period_id = '{period.Id}'")).ShouldBe(again.Counts.Reviews);
    }

    [Fact]
    public async Task A_secretary_enrols_their_own_cell_in_the_districts_period()
    {
        var world = await service.NewWorldAsync();
        var period = await world.Officer.OpenPeriodAsync(Request(world));

        (await world.SecretaryA.EnrolAsync(period.Id, new Enrol(world.PathA))).Counts.Reviews.ShouldBe(6);
        (await Should.ThrowAsync<ApiException>(world.SecretaryA.EnrolAsync(period.Id, new Enrol(world.PathB)))).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task A_period_takes_the_rule_sets_in_force_on_its_last_day()
    {
        var world = await service.NewWorldAsync();
        var open = Request(world);

        (await world.Officer.OpenPeriodAsync(open)).MemberRuleSet.ShouldBe("party-members-2025/1");
        (
            await world.Officer.OpenPeriodAsync(open with { Name = "2022", From = new(2022, 1, 1), To = new(2022, 12, 31) })
        ).UnitRuleSet.ShouldBe("party-units-2018/1");
        (await world.Officer.OpenPeriodAsync(open with { Name = "named", MemberRuleSet = "party-members-2023/1" })).MemberRuleSet.ShouldBe(
            "party-members-2023/1"
        );
        await RefusedAsync(
            open with
            {
                Name = "wrong kind",
                MemberRuleSet = "party-units-2023/1",
            },
            "memberRuleSet",
            EvaluationProblems.RuleSet
        );
        await RefusedAsync(open with { From = open.To.AddDays(1) }, "to", FieldCodes.TooEarly);
        await RefusedAsync(open with { From = open.To.AddYears(-5) }, "to", FieldCodes.TooLate);
        await RefusedAsync(open with { From = DateOnly.MaxValue, To = DateOnly.MaxValue }, "from", FieldCodes.TooLate);
        (
            await Should.ThrowAsync<ApiException>(
                world.Officer.OpenPeriodAsync(open with { Name = "1950", From = new(1950, 1, 1), To = new(1950, 12, 31) })
            )
        ).Type.ShouldBe(EvaluationProblems.NoRuleSet.Urn);
        (await Should.ThrowAsync<ApiException>(world.Officer.OpenPeriodAsync(open))).Status.ShouldBe(HttpStatusCode.Conflict);

        async Task RefusedAsync(OpenPeriod period, string field, FieldCode code) =>
            (await Should.ThrowAsync<ApiException>(world.Officer.OpenPeriodAsync(period)))
                .Errors.Select(error => (error.Field, error.Code))
                .ShouldBe([(field, code.Code)]);
    }

    [Fact]
    public async Task Opening_twice_with_one_key_opens_one_period()
    {
        var world = await service.NewWorldAsync();
        var officer = world.Officer;
        var key = Guid.NewGuid().ToString();

        var first = await officer.OpenPeriodAsync(Request(world), key);

        (await officer.OpenPeriodAsync(Request(world), key)).Id.ShouldBe(first.Id);
        (await officer.PeriodsAsync(world.Campaign)).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Every_rule_set_names_its_source_and_whether_it_was_verified()
    {
        var sets = (await service.As("member@hn").RuleSetsAsync()).Items;

        sets.ShouldAllBe(set => set.Source.Length > 0 && set.Bands.Count == 4 && set.ExcellentCapPercent == 20);
        sets.Single(set => set.Code == "party-members-2025").Verified.ShouldBeTrue();
        sets.Where(set => set.ValidTo is not null).ShouldAllBe(set => !set.Verified);
    }

    private static OpenPeriod Request(World world) =>
        new(world.Campaign, "Năm 2025", new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), world.UnitId, null, null);
}
