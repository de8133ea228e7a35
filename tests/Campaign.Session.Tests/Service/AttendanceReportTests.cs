using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Testing;
using MiniExcelLibs;

namespace Campaign.Session.Tests.Service;

/// <summary>Who came, by person, unit and quarter.</summary>
[Collection<SessionCollection>]
public sealed class AttendanceReportTests(SessionService service)
{
    private static readonly DateOnly s_from = new(2022, 1, 1);
    private static readonly DateOnly s_to = new(2022, 12, 31);

    [Fact]
    public async Task A_person_is_counted_at_the_cell_s_meetings_and_at_the_city_s_conferences()
    {
        var cell = await service.CellAsync(2);
        var secretary = service.As(cell.Secretary);
        await HoldAsync(cell, Cell.Start, [new(cell.Members[0], "present"), new(cell.Members[1], "excused", null, "ốm")]);
        await HoldAsync(cell, Cell.Start.AddMonths(3), [new(cell.Members[0], "late", 10)]);
        var city = new Cell(Guid.CreateVersion7(), "hn", []);
        await service.Organization.PublishAsync(city.Changed() with { District = Districts.City, Type = UnitTypes.PartyCommittee });
        await Eventually.TrueAsync(
            "the city",
            () => service.ScalarAsync<long>($"select count(*) from unit_directory where id = '{city.Id}'"),
            count => count == 1
        );
        var officer = service.As("city-officer@hn");
        var conference = await officer.ScheduleAsync(city.Meeting([cell.Members[0]], kind: "cadre-conference"));
        await officer.CloseAsync(conference.Id, city.Over());

        var people = (await secretary.PeopleAttendanceAsync(cell.Path, s_from, s_to)).Items.ToDictionary(person => person.MemberId);

        people[cell.Members[0]]
            .ShouldSatisfyAllConditions(
                person => (person.Expected, person.Present, person.ByStatus["late"], person.Absent).ShouldBe((3, 2, 1, 1)),
                person => person.FullName.ShouldBe("Đảng viên Thử")
            );
        people[cell.Members[1]].ShouldSatisfyAllConditions(person => (person.Expected, person.Excused, person.Absent).ShouldBe((2, 1, 1)));
        (await secretary.PeopleAttendanceAsync(cell.Path, s_from, new DateOnly(2022, 3, 31), "cell-meeting"))
            .Items.Sum(person => person.Expected)
            .ShouldBe(2);
    }

    [Fact]
    public async Task A_person_who_moved_to_another_district_keeps_what_was_before()
    {
        var (old, cell) = (await service.CellAsync(1), await service.CellAsync(1, "hn/ba-dinh/truc-bach"));
        await HoldAsync(old, Cell.Start, [new(old.Members[0], "present")]);
        await service.Organization.PublishAsync(
            old.MemberChanged(old.Members[0], version: 2) with
            {
                UnitId = cell.Id,
                UnitPath = cell.Path,
            }
        );
        var officer = service.As("district-officer@hn/ba-dinh");

        await Eventually.TrueAsync(
            "the transfer",
            () => officer.PeopleAttendanceAsync(cell.Path, s_from, s_to),
            page => page.Items.Any(person => person.MemberId == old.Members[0] && person is { Expected: 1, Present: 1 })
        );
        (await service.AsMember(cell, old.Members[0]).MyMeetingsAsync(past: true)).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Units_quarters_and_choices_add_up_to_the_same_meetings()
    {
        var cell = await service.CellAsync(3);
        await HoldAsync(cell, Cell.Start, [new(cell.Members[0], "present")]);
        await HoldAsync(cell, Cell.Start.AddMonths(3), [new(cell.Members[0], "present"), new(cell.Members[1], "present")]);
        await service.As(cell.Secretary).ScheduleAsync(cell.Meeting());
        var secretary = service.As(cell.Secretary);

        (await secretary.UnitAttendanceAsync(cell.Path, s_from, s_to))
            .Items.ShouldHaveSingleItem()
            .ShouldBe(new UnitAttendance(cell.Id, "Chi bộ thử", cell.Path, 2, 6, 3, 0, 3));
        (await secretary.QuarterAttendanceAsync(cell.Path, s_from, s_to)).ShouldBe([
            new(2022, 1, 1, 3, 1, 0, 2),
            new(2022, 2, 1, 3, 2, 0, 1),
        ]);
        var usage = await secretary.UsageAsync(cell.Path, s_from, s_to);
        usage.Forms.ShouldHaveSingleItem().ShouldBe(new UsageCount("in-room", 2));
        usage.Topics.ShouldHaveSingleItem().Sessions.ShouldBe(2);
    }

    [Fact]
    public async Task People_come_page_by_page_without_gap_or_double()
    {
        var cell = await service.CellAsync(5);
        var seen = new List<Guid>();
        for (string? cursor = null; ; )
        {
            var page = await service.As(cell.Secretary).PeopleAttendanceAsync(cell.Path, s_from, s_to, cursor: cursor, limit: 2);
            seen.AddRange(page.Items.Select(person => person.MemberId));
            if ((cursor = page.Next) is null)
            {
                break;
            }
        }

        seen.ShouldBe(cell.Members, ignoreOrder: true);
    }

    [Fact]
    public async Task The_workbook_has_a_line_for_each_and_no_formulas()
    {
        var cell = await service.CellAsync(1);
        await service.Organization.PublishAsync(cell.MemberChanged(cell.Members[0], version: 2, name: "=1+1"));
        await Eventually.TrueAsync(
            "the name",
            () => service.ScalarAsync<long>($"select count(*) from members where id = '{cell.Members[0]}' and full_name = '=1+1'"),
            count => count == 1
        );
        await HoldAsync(cell, Cell.Start, [new(cell.Members[0], "present")]);

        (await LinesAsync("people", cell))
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                line => line["Họ và tên"].ShouldBe("'=1+1"),
                line => Convert.ToInt32(line["Có mặt"], null).ShouldBe(1),
                line => Convert.ToInt32(line["Tỷ lệ có mặt (%)"], null).ShouldBe(100)
            );
        (await LinesAsync("units", cell))
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(line => Convert.ToInt32(line["Số buổi"], null).ShouldBe(1));
    }

    [Fact]
    public async Task More_than_a_year_or_days_in_the_wrong_order_are_refused()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        (await Problems.FieldAsync(() => secretary.UsageAsync(cell.Path, s_from, s_from.AddDays(401)))).ShouldBe("to too-late");
        (await Problems.FieldAsync(() => secretary.UsageAsync(cell.Path, s_to, s_from))).ShouldBe("to end-before-start");
    }

    private async Task HoldAsync(Cell cell, DateTimeOffset at, RosterEntry[] roster)
    {
        var secretary = service.As(cell.Secretary);
        var session = await secretary.ScheduleAsync(cell.Meeting() with { StartsAt = at });
        await secretary.TakeRosterAsync(session.Id, new TakeRoster(roster));
        await secretary.CloseAsync(session.Id, cell.Over() with { EndedAt = at.AddMinutes(100) });
    }

    private async Task<List<IDictionary<string, object>>> LinesAsync(string report, Cell cell)
    {
        using var file = new MemoryStream(await service.As(cell.Secretary).AttendanceWorkbookAsync(report, cell.Path, s_from, s_to));
        return [.. file.Query(useHeaderRow: true).Cast<IDictionary<string, object>>()];
    }
}
