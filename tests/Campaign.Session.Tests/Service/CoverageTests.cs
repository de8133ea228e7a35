using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Testing;

namespace Campaign.Session.Tests.Service;

/// <summary>Which cells of a ward have held their thematic meeting of the quarter.</summary>
[Collection<SessionCollection>]
public sealed class CoverageTests(SessionService service)
{
    private const string Officer = "district-officer@hn/thanh-xuan";

    [Fact]
    public async Task Cells_are_held_planned_or_missing_and_add_up()
    {
        var (ward, cells) = await WardAsync(3);
        await HoldAsync(cells[0]);
        await service.As(cells[1].Secretary).ScheduleAsync(cells[1].Meeting(kind: "thematic-meeting"));
        await service.As(cells[2].Secretary).ScheduleAsync(cells[2].Meeting(kind: "cell-meeting"));

        var coverage = await service.As(Officer).CoverageAsync(ward, 2022, 1);

        coverage.ShouldSatisfyAllConditions(
            c => (c.Units, c.Held, c.Planned, c.Missing).ShouldBe((3, 1, 1, 1)),
            c => c.DueOn.ShouldBe(new DateOnly(2022, 3, 31)),
            c => c.Tiles.Items.Select(tile => tile.Path).ShouldBe(cells.Select(cell => cell.Path).Order(StringComparer.Ordinal))
        );
        var missing = await service.As(Officer).CoverageUnitsAsync(ward, 2022, 1, state: "missing");
        missing.Items.ShouldHaveSingleItem().Path.ShouldBe(cells[2].Path);
        (await service.As(Officer).CoverageAsync(ward, 2022, 2)).ShouldSatisfyAllConditions(
            c => c.Held.ShouldBe(0),
            c => c.Missing.ShouldBe(3)
        );
    }

    [Fact]
    public async Task A_district_sees_a_tile_for_each_ward_page_by_page()
    {
        var (ward, cells) = await WardAsync(2);
        await HoldAsync(cells[0]);
        var officer = service.As(Officer);

        var tiles = new List<CoverageTile>();
        for (string? cursor = null; ; )
        {
            var page = (await officer.CoverageAsync("hn/thanh-xuan", 2022, 1, cursor: cursor, limit: 1)).Tiles;
            tiles.AddRange(page.Items);
            if ((cursor = page.Next) is null)
            {
                break;
            }
        }

        tiles.Count(tile => tile.Path == ward).ShouldBe(1);
        tiles.Single(tile => tile.Path == ward).ShouldBe(new CoverageTile(ward, "Phường thử", 2, 1, 0, 1));
        tiles.Select(tile => tile.Path).ShouldBeUnique();
    }

    [Fact]
    public async Task What_a_cell_held_before_it_was_merged_counts_for_its_successor()
    {
        var (ward, cells) = await WardAsync(2);
        await HoldAsync(cells[0]);
        await service.Organization.PublishAsync(
            cells[0].Changed() with
            {
                Version = 2,
                ValidTo = new DateOnly(2022, 3, 20),
            },
            Merged(cells[0], cells[1], new DateOnly(2022, 3, 20))
        );
        await Eventually.TrueAsync(
            "the merger",
            () => service.As(Officer).CoverageAsync(ward, 2022, 1),
            coverage => coverage is { Units: 1, Held: 1, Missing: 0 }
        );
    }

    [Fact]
    public async Task A_quarter_that_is_over_stays_as_it_was_when_cells_are_merged_later()
    {
        var (ward, cells) = await WardAsync(2);
        await HoldAsync(cells[0]);
        await service.Organization.PublishAsync(
            cells[0].Changed() with
            {
                Version = 2,
                ValidTo = new DateOnly(2022, 7, 1),
            },
            Merged(cells[0], cells[1], new DateOnly(2022, 7, 1))
        );
        await Eventually.TrueAsync(
            "the merger",
            () => service.As(Officer).CoverageAsync(ward, 2022, 3),
            coverage => coverage is { Units: 1, Missing: 1 }
        );

        (await service.As(Officer).CoverageAsync(ward, 2022, 1)).ShouldSatisfyAllConditions(c =>
            (c.Units, c.Held, c.Missing).ShouldBe((2, 1, 1))
        );
    }

    [Theory]
    [InlineData(2022, 5, null, "quarter range")]
    [InlineData(1900, 1, null, "year range")]
    [InlineData(2022, 1, "party", "kind one-of")]
    public async Task Quarters_and_kinds_that_do_not_exist_are_refused(int year, int quarter, string? kind, string refused) =>
        (await Problems.FieldAsync(() => service.As(Officer).CoverageAsync("hn/thanh-xuan", year, quarter, kind))).ShouldBe(refused);

    private static UnitMerged Merged(Cell from, Cell into, DateOnly on) =>
        new()
        {
            District = Cell.District,
            AggregateId = from.Id,
            Version = 3,
            PredecessorPath = from.Path,
            SuccessorId = into.Id,
            SuccessorPath = into.Path,
            SuccessorName = "Chi bộ thử",
            SuccessorType = UnitTypes.Cell,
            SuccessorDistrict = Cell.District,
            DecisionNumber = "01-QĐ",
            EffectiveOn = on,
        };

    private async Task HoldAsync(Cell cell)
    {
        var session = await service.As(cell.Secretary).ScheduleAsync(cell.Meeting(kind: "thematic-meeting"));
        await service.As(cell.Secretary).CloseAsync(session.Id, cell.Over());
    }

    private async Task<(string Path, Cell[] Cells)> WardAsync(int cells)
    {
        var path = $"hn/thanh-xuan/w{Guid.NewGuid():N}"[..24];
        await service.Organization.PublishAsync(
            new Cell(Guid.CreateVersion7(), path, []).Changed() with
            {
                Type = UnitTypes.PartyCommittee,
                Name = "Phường thử",
            }
        );
        var made = new Cell[cells];
        for (var number = 0; number < cells; number++)
        {
            made[number] = await service.CellAsync(1, path);
        }

        return (path, made);
    }
}
