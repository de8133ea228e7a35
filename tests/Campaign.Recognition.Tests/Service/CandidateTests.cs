using Campaign.Contracts;

namespace Campaign.Recognition.Tests.Service;

[Collection(nameof(RecognitionService))]
public class CandidateTests(RecognitionService service)
{
    private static readonly DateOnly s_january = new(2026, 1, 10);

    [Fact]
    public async Task Good_and_excellent_reviews_make_candidates()
    {
        var world = await service.NewWorldAsync();
        await service.PublishAsync(
            world.Review(world.Members[0], Ranks.Excellent, 95, s_january),
            world.Review(world.Members[1], Ranks.Good, 80, s_january),
            world.Review(world.Members[2], Ranks.Completed, 60, s_january),
            world.Review(world.Members[0], Ranks.Good, 75, s_january, year: 2024)
        );
        await RowsAsync(world, 4);

        var candidates = (await world.Secretary.CandidatesAsync(world.CellPath, year: 2025)).Items;

        candidates
            .Select(candidate => (candidate.SubjectId, candidate.Rank, candidate.Score, candidate.SubjectName))
            .ShouldBe(
                [
                    (world.Members[0], Ranks.Excellent, 95m, "Nguyễn Thị Thường 0"),
                    (world.Members[1], Ranks.Good, 80m, "Nguyễn Thị Thường 1"),
                ],
                ignoreOrder: true
            );
        candidates.ShouldAllBe(candidate => candidate.UnitName != candidate.UnitPath);
        (await world.Secretary.CandidatesAsync()).Items.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_latest_decision_of_a_year_counts_in_whatever_order_they_come_and_however_often()
    {
        var world = await service.NewWorldAsync();
        var early = world.Review(world.Members[0], Ranks.Excellent, 95, s_january);
        var late = world.Review(world.Members[0], Ranks.Completed, 60, s_january.AddDays(30));
        await service.PublishAsync(late, early);
        await service.PublishAsync(
            late,
            early,
            early with
            {
                EventId = Guid.CreateVersion7(),
            },
            world.Review(world.Members[1], Ranks.Good, 80, s_january)
        );
        await RowsAsync(world, 2);

        (await world.Secretary.CandidatesAsync()).Items.Select(candidate => candidate.SubjectId).ShouldBe([world.Members[1]]);
    }

    [Fact]
    public async Task A_list_of_candidates_is_read_page_by_page_and_audited()
    {
        var world = await service.NewWorldAsync();
        await service.PublishAsync(world.Members.Select(member => world.Review(member, Ranks.Good, 80, s_january)));
        await RowsAsync(world, 10);
        var seen = new List<Guid>();

        await foreach (var candidate in Campaign.Api.Paging.AllAsync(cursor => world.Secretary.CandidatesAsync(cursor: cursor, limit: 3)))
        {
            seen.Add(candidate.SubjectId);
        }

        seen.ShouldBe(world.Members, ignoreOrder: true);
        (
            await service.ScalarAsync<long>(
                $"select count(*) from audit_log where action = 'read' and details::text like '%{world.Members[7]}%'"
            )
        ).ShouldBe(1);
    }

    private Task RowsAsync(World world, long rows) =>
        service.EventuallyAsync($"select count(*) from candidates where unit_path like '{world.Path}/%'", rows);
}
