using System.Net;
using Campaign.Api;
using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Campaign.Testing;
using Npgsql;

namespace Campaign.Evaluation.Tests.Service;

[Collection(nameof(EvaluationService))]
public class DecisionTests(EvaluationService service)
{
    private static readonly int[] s_threeOfTen = [95, 95, 95, 80, 80, 80, 80, 80, 80, 80];

    [Fact]
    public async Task Deciding_ranks_by_band_and_tells_the_others()
    {
        var (world, period) = await ProposedAsync([95, 95, 80, 80, 80, 80, 80, 80, 80, 80]);

        var result = await world.Officer.DecideAsync(
            period.Id,
            new Decide(world.Path, SubjectKinds.Member, null, new DateOnly(2026, 1, 15))
        );

        result.Decided.ShouldBe(10);
        result.ByRank.ShouldBe(new Dictionary<string, int> { [Ranks.Excellent] = 2, [Ranks.Good] = 8 }, ignoreOrder: true);
        var counts = (await world.Officer.PeriodAsync(period.Id)).Counts;
        (counts.Decided, counts.ByRank[Ranks.Excellent], counts.ByRank[Ranks.Good]).ShouldBe((10, 2, 8));
        var review = (await world.Officer.ReviewsAsync(period.Id, rank: Ranks.Excellent)).Items[0];
        review.UnitName.ShouldStartWith("Chi bộ ");
        (review.State, review.Decision!.Score, review.Decision.RuleSet, review.Decision.DecidedOn).ShouldBe(
            ("decided", 95m, "party-members-2025/1", new DateOnly(2026, 1, 15))
        );
        await service.EventuallyAsync<long>(
            $"select count(*) from messaging.event_log where type = 'ReviewDecided' and payload->>'periodId' = '{period.Id}' and "
                + $"district = '{world.Code}' and published_at is not null",
            10
        );
        (
            await service.ScalarAsync<long>(
                "select count(*) from messaging.event_log e join reviews r on r.id = e.aggregate_id and r.version = e.version and "
                    + $"r.rank = e.payload->>'rank' where r.period_id = '{period.Id}'"
            )
        ).ShouldBe(10);
    }

    [Fact]
    public async Task The_cap_refuses_the_third_excellent_of_ten_and_changes_nothing()
    {
        var (world, period) = await ProposedAsync(s_threeOfTen);

        var problem = await Should.ThrowAsync<ApiException>(world.Officer.DecideAsync(period.Id, Members(world.Path)));

        (problem.Status, problem.Type).ShouldBe((HttpStatusCode.Conflict, "urn:campaign:problem:cap-exceeded"));
        new[] { "excellent", "goodOrBetter", "allowed", "excess" }
            .Select(name => $"{problem.Parameters[name]}")
            .ShouldBe(["3", "10", "2", "1"]);
        problem.Message.ShouldContain("(20 %)");
        (await world.Officer.PeriodAsync(period.Id)).Counts.Decided.ShouldBe(0);
    }

    [Fact]
    public async Task A_reason_overrides_the_cap_and_stays_with_the_excellent()
    {
        var (world, period) = await ProposedAsync(s_threeOfTen);

        await world.Officer.DecideAsync(period.Id, Members(world.Path) with { OverrideReason = "Nghị quyết số 12 của Ban Thường vụ" });

        var reviews = await world.ReviewsAsync(period, SubjectKinds.Member);
        reviews
            .Where(review => review.Decision!.OverrideReason is not null)
            .ShouldAllBe(review => review.Decision!.Rank == Ranks.Excellent);
        reviews.Count(review => review.Decision!.OverrideReason is not null).ShouldBe(3);
    }

    [Fact]
    public async Task Deciding_piece_by_piece_does_not_get_around_the_cap()
    {
        var (world, period) = await ProposedAsync([95, 80, 80, 80, 80, 95, 95, 80, 80, 80]);
        await world.Officer.DecideAsync(period.Id, Members(world.PathA));

        var problem = await Should.ThrowAsync<ApiException>(world.Officer.DecideAsync(period.Id, Members(world.Path)));

        problem.Message.ShouldContain("3 of 10");
    }

    [Fact]
    public async Task A_unit_with_a_late_assignment_is_not_excellent()
    {
        var world = await service.NewWorldAsync();
        var (assignment, due) = (Guid.NewGuid(), new DateOnly(2025, 6, 1));
        await service.PublishAsync(
            world.Issued(assignment, world.CellA, world.PathA, due),
            world.Overdue(assignment, world.CellA, world.PathA, due)
        );
        await service.EventuallyAsync<long>($"select count(*) from assignments where id = '{assignment}' and overdue", 1);
        var period = await world.EnrolledPeriodAsync();
        await world.ProposeAsync(period, await world.ReviewsAsync(period, SubjectKinds.Unit), [95, 95, 95]);

        await world.Officer.DecideAsync(period.Id, new Decide(world.Path, SubjectKinds.Unit, "Cụm thi đua chỉ có ba đơn vị", null));

        (await world.ReviewsAsync(period, SubjectKinds.Unit))
            .ToDictionary(review => review.SubjectId, review => review.Decision!.Rank)
            .ShouldBe(
                new Dictionary<Guid, string>
                {
                    [world.UnitId] = Ranks.Excellent,
                    [world.CellA] = Ranks.Completed,
                    [world.CellB] = Ranks.Excellent,
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task A_decided_review_is_final()
    {
        var (world, period) = await ProposedAsync([80, 80, 80, 80, 80, 80, 80, 80, 80, 80]);
        await world.Officer.DecideAsync(period.Id, Members(world.Path));
        var review = (await world.ReviewsAsync(period, SubjectKinds.Member))[0];

        (await Should.ThrowAsync<ApiException>(world.ProposeAsync(period, [review], [95]))).Type.ShouldBe(
            "urn:campaign:problem:already-decided"
        );
        (
            await Should.ThrowAsync<ApiException>(
                service.AsMember(review.SubjectId, review.UnitPath).SelfRateAsync(review.Id, new Scores(1, 1, null))
            )
        ).Type.ShouldBe("urn:campaign:problem:already-decided");
        (await world.Officer.DecideAsync(period.Id, Members(world.Path))).Decided.ShouldBe(0);
        await Should.ThrowAsync<PostgresException>(
            service.ScalarAsync<Guid>($"update reviews set rank = 'excellent' where id = '{review.Id}' returning id")
        );
    }

    [Fact]
    public async Task Deciding_at_the_same_time_decides_each_review_once()
    {
        var (world, period) = await ProposedAsync([80, 80, 80, 80, 80, 80, 80, 80, 80, 80]);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Officer.DecideAsync(period.Id, Members(world.Path))));

        results.Sum(result => result.Decided).ShouldBe(10);
        (await world.Officer.PeriodAsync(period.Id)).Counts.Decided.ShouldBe(10);
        (await service.ScalarAsync<long>($"select count(*) from messaging.event_log where payload->>'periodId' = '{period.Id}'")).ShouldBe(
            10
        );
    }

    [Fact]
    public async Task A_decision_under_way_counts_for_the_cap_of_the_next()
    {
        var world = await service.NewWorldAsync();
        var period = await world.EnrolledPeriodAsync(memberRuleSet: "party-members-2023/1"); // one may be excellent in any group
        await world.ProposeAsync(period, await world.ReviewsAsync(period, SubjectKinds.Member, world.PathA), [95, 80, 80]);
        await using var connection = new NpgsqlConnection(service.Database);
        await connection.OpenAsync();
        await using var halt = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand("lock table messaging.event_log in share mode", connection);
        await command.ExecuteNonQueryAsync();

        var first = world.Officer.DecideAsync(period.Id, Members(world.Path));
        await Locks.AwaitedAsync(service.Database, first);
        await world.ProposeAsync(period, await world.ReviewsAsync(period, SubjectKinds.Member, world.PathB), [95, 80, 80]);
        var second = world.Officer.DecideAsync(period.Id, Members(world.Path));
        await Locks.AwaitedAsync(service.Database, second, 2);
        await halt.RollbackAsync();

        (await first).Decided.ShouldBe(3);
        (await Should.ThrowAsync<ApiException>(second)).Type.ShouldBe("urn:campaign:problem:cap-exceeded");
    }

    [Fact]
    public async Task Thousands_are_decided_in_one_call()
    {
        var world = await service.NewWorldAsync(membersInEachCell: 1500);
        var period = await world.EnrolledPeriodAsync();
        var reviews = new List<ReviewView>();
        await foreach (
            var review in Paging.AllAsync(cursor =>
                world.Officer.ReviewsAsync(period.Id, subjectKind: SubjectKinds.Member, cursor: cursor, limit: 500)
            )
        )
        {
            reviews.Add(review);
        }

        await world.ProposeAsync(period, reviews, Enumerable.Repeat(75, reviews.Count));

        (await world.Officer.DecideAsync(period.Id, Members(world.Path))).Decided.ShouldBe(3000);
        (await world.Officer.PeriodAsync(period.Id)).Counts.ByRank[Ranks.Good].ShouldBe(3000);
    }

    private static Decide Members(string under) => new(under, SubjectKinds.Member, null, null);

    /// <summary>Ten members: the first five scores for cell A, the others for cell B.</summary>
    private async Task<(World World, PeriodView Period)> ProposedAsync(int[] totals)
    {
        var world = await service.NewWorldAsync();
        var period = await world.EnrolledPeriodAsync();
        await world.ProposeAsync(period, await world.ReviewsAsync(period, SubjectKinds.Member, world.PathA), totals.Take(5));
        await world.ProposeAsync(period, await world.ReviewsAsync(period, SubjectKinds.Member, world.PathB), totals.Skip(5));
        return (world, period);
    }
}
