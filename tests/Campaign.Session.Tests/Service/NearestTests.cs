using Campaign.Api.Session;
using Campaign.Time;

namespace Campaign.Session.Tests.Service;

/// <summary>Where to look when a month or quarter is empty.</summary>
[Collection<SessionCollection>]
public sealed class NearestTests(SessionService service)
{
    private static readonly DateOnly s_from = new(2023, 5, 1);
    private static readonly DateOnly s_to = new(2023, 5, 31);

    [Fact]
    public async Task The_last_day_before_and_the_first_after_are_found_in_the_unit_and_below_it()
    {
        var cell = await service.CellAsync(1, $"hn/thanh-xuan/n{Guid.NewGuid():N}"[..24]);
        var ward = cell.Path[..cell.Path.LastIndexOf('/')];
        await PlanAsync(cell, new(2022, 2, 10), new(2022, 2, 20), new(2023, 4, 30), new(2023, 5, 15), new(2023, 6, 1), new(2025, 1, 2));
        var officer = service.As("district-officer@hn/thanh-xuan");

        (await officer.NearestAsync(ward, s_from, s_to)).ShouldBe(new NearestDays(new(2023, 4, 30), new(2023, 6, 1)));
        (await service.As(cell.Secretary).NearestAsync(cell.Path, new(2023, 4, 1), new(2023, 6, 30))).ShouldBe(
            new NearestDays(new(2022, 2, 20), new(2025, 1, 2))
        );
        (await officer.NearestAsync(ward, new(2020, 1, 1), new(2021, 12, 31))).ShouldBe(new NearestDays(null, new(2022, 2, 10)));
        (await officer.NearestAsync(ward, new(2026, 1, 1), new(2026, 1, 31))).ShouldBe(new NearestDays(new(2025, 1, 2), null));
    }

    [Fact]
    public async Task What_was_cancelled_is_of_another_kind_or_of_a_unit_beside_is_not_found()
    {
        var cell = await service.CellAsync(1, $"hn/thanh-xuan/m{Guid.NewGuid():N}"[..24]);
        var beside = await service.CellAsync(1, cell.Path + "-b");
        await PlanAsync(beside, new DateOnly(2023, 4, 1));
        var secretary = service.As(cell.Secretary);
        (await secretary.NearestAsync(cell.Path, s_from, s_to)).ShouldBe(new NearestDays(null, null));

        var off = await secretary.ScheduleAsync(cell.Meeting() with { StartsAt = At(new(2023, 4, 20)) });
        await secretary.CancelAsync(off.Id, new CancelSession("Bão"));
        await PlanAsync(cell, new DateOnly(2022, 3, 1));

        (await secretary.NearestAsync(cell.Path, s_from, s_to)).ShouldBe(new NearestDays(new(2022, 3, 1), null));
        (await secretary.NearestAsync(cell.Path, s_from, s_to, "thematic-meeting")).ShouldBe(new NearestDays(null, null));
    }

    [Fact]
    public async Task What_a_series_will_bring_counts_unless_only_sessions_are_asked_for()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        var beyond = TimeProvider.System.Today().AddDays(100);
        var first = new DateOnly(beyond.Year, beyond.Month, 3).AddMonths(1);
        await secretary.PlanSeriesAsync(
            new PlanSeries(
                cell.Id,
                null,
                "cell-meeting",
                new("Sinh hoạt quý", "in-room", "Nhà văn hóa", 90),
                null,
                new RecurrenceRule(first, new TimeOnly(19, 30), 3, first.Day, null, null)
            )
        );
        var today = TimeProvider.System.Today();

        (await secretary.NearestAsync(cell.Path, today, today.AddDays(20))).ShouldBe(new NearestDays(null, first));
        (await secretary.NearestAsync(cell.Path, today, today.AddDays(20), series: false)).ShouldBe(new NearestDays(null, null));
        (await secretary.NearestAsync(cell.Path, first.AddDays(1), first.AddDays(20))).Before.ShouldBe(first);
        (await secretary.NearestAsync(cell.Path, new(2020, 1, 1), new(2020, 1, 31))).ShouldBe(
            new NearestDays(null, null),
            "what comes in years is not near"
        );
    }

    [Fact]
    public async Task Only_who_covers_the_unit_is_told()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);

        (await Problems.RefusalAsync(() => secretary.NearestAsync("hn/thanh-xuan", s_from, s_to))).ShouldBe("outside-your-units");
        (await Problems.RefusalAsync(() => service.As("operator@hn").NearestAsync(cell.Path, s_from, s_to))).ShouldBe("not-allowed");
        (await Problems.FieldAsync(() => secretary.NearestAsync(cell.Path, s_to, s_from))).ShouldBe("to end-before-start");
        (await Problems.FieldAsync(() => secretary.NearestAsync(cell.Path, s_from, s_to, "picnic"))).ShouldBe("kind one-of");
    }

    // half an hour after midnight in Hà Nội, still the day before in London
    private static DateTimeOffset At(DateOnly day) => OfficeDay.StartOf(day).AddMinutes(30);

    private async Task PlanAsync(Cell cell, params DateOnly[] days)
    {
        foreach (var day in days)
        {
            await service.As(cell.Secretary).ScheduleAsync(cell.Meeting() with { StartsAt = At(day) });
        }
    }
}
