using System.Net;
using System.Text.Json;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Testing;
using MiniExcelLibs;

namespace Campaign.Session.Tests.Service;

/// <summary>
/// A kind, an activity, a form or a status that is added as a row is known wherever sessions are planned, recorded, counted and told.
/// </summary>
[Collection<SessionCollection>]
public sealed class WordTests(SessionService service)
{
    private static readonly DateOnly s_from = new(2022, 1, 1);
    private static readonly DateOnly s_to = new(2022, 12, 31);

    [Fact]
    public async Task What_is_added_as_a_row_is_known_everywhere()
    {
        await AddAsync();
        var cell = await service.CellAsync(3);
        var secretary = service.As(cell.Secretary);
        var asked = cell.Asks("tradition-day-meeting");
        await service.Directive.PublishAsync(asked);
        await Eventually.TrueAsync(
            "the proposal",
            () => secretary.ProposalsAsync(cell.Path),
            page => page.Items.Any(one => one.Kind == "tradition-day-meeting")
        );

        var session = await secretary.ScheduleAsync(
            cell.Meeting(assignment: asked.AggregateId, kind: "tradition-day-meeting") with
            {
                Plan = new("Ngày truyền thống", "by-loudspeaker", "Nhà văn hóa", 90, "tree-planting"),
            }
        );

        (await secretary.CalendarAsync(cell.Path, s_from, new(2022, 3, 31), "tradition-day-meeting", "tree-planting"))
            .Items.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                entry => entry.Kind.ShouldBe("tradition-day-meeting"),
                entry => entry.Plan.Activity.ShouldBe("tree-planting")
            );
        (await secretary.SessionsAsync(cell.Path, kind: "tradition-day-meeting", activity: "tree-planting")).Items.ShouldHaveSingleItem();
        (await secretary.NearestAsync(cell.Path, new(2022, 4, 1), new(2022, 6, 30), "tradition-day-meeting")).Before.ShouldBe(
            new DateOnly(2022, 3, 1)
        );
        (await secretary.NearestAsync(cell.Path, new(2022, 4, 1), new(2022, 6, 30), null)).Before.ShouldBe(new DateOnly(2022, 3, 1));
        (await secretary.CoverageAsync(cell.Path, 2022, 1, "tradition-day-meeting")).Planned.ShouldBe(1);
        await RecordedAsync(secretary, session.Id, cell);
        await CountedAsync(secretary, session.Id, cell);
    }

    [Fact]
    public async Task A_catalogue_is_read_with_its_days_and_sent_once()
    {
        var reader = service.As("analyst@hn");
        var kinds = await reader.CatalogueAsync("session-kinds");

        kinds
            .Value.Entries.First(kind => kind.Code == "cell-meeting")
            .ShouldSatisfyAllConditions(
                kind => kind.NameIn("vi").ShouldBe("Sinh hoạt chi bộ thường kỳ"),
                kind => kind.NameIn("en").ShouldBe("Cell meeting"),
                kind => kind.Source!.Length.ShouldBePositive()
            );
        (await reader.CatalogueAsync("session-kinds", kinds)).ShouldBeSameAs(kinds);
        (await Problems.RefusalAsync(() => reader.CatalogueAsync("colours"))).ShouldBe("not-found");
        using var http = service.Factory.As(["analyst@hn"]);
        using var answer = await http.GetAsync(new Uri("catalogues/session-activities?on=2000-01-01", UriKind.Relative));
        answer.Headers.CacheControl!.Private.ShouldBeTrue();
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("entries").GetArrayLength().ShouldBe(0);
        using var nobody = service.Factory.As([]);
        (await nobody.GetAsync(new Uri("catalogues/session-kinds", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_never_was_a_kind_is_refused_with_the_kinds_that_are()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        Func<Task>[] calls =
        [
            () => secretary.ScheduleAsync(cell.Meeting(kind: "party")),
            () => secretary.NearestAsync(cell.Path, s_from, s_to, "party"),
            () => secretary.CoverageAsync(cell.Path, 2022, 1, "party"),
            () => secretary.UsageAsync(cell.Path, s_from, s_to, "party"),
        ];
        foreach (var call in calls)
        {
            (await Problems.FieldAsync(call)).ShouldBe("kind one-of");
        }
    }

    private static async Task RecordedAsync(SessionClient secretary, Guid session, Cell cell)
    {
        (await secretary.TakeRosterAsync(session, new([new(cell.Members[0], "present-by-loudspeaker", 12)]))).Present.ShouldBe(1);
        var people = (await secretary.ParticipantsAsync(session)).Items.ToDictionary(person => person.MemberId);
        var csv = $"number,status,minutes\n{people[cell.Members[1]].Number},present-by-loudspeaker,5\n";
        (await secretary.ImportAttendanceAsync(session, csv, dryRun: false)).Recorded.ShouldBe(1);
        (await secretary.CloseAsync(session, cell.Over() with { MinutesText = "" })).ShouldSatisfyAllConditions(
            held => held.Attendance.ShouldBe(new AttendanceSummary(3, 2, 0, 1)),
            held => held.Minutes!.ShouldContain("Nghe qua loa (2)"),
            held => held.Minutes!.ShouldContain("Sinh hoạt ngày truyền thống")
        );
    }

    private async Task CountedAsync(SessionClient secretary, Guid session, Cell cell)
    {
        var events = await service.EventsAsync(session);
        JsonDocument
            .Parse(events.Single(told => told.Type == nameof(SessionHeld)).Payload)
            .RootElement.GetProperty("kind")
            .GetString()
            .ShouldBe("tradition-day-meeting");
        JsonDocument
            .Parse(events.Single(told => told.Type == nameof(AttendanceTaken)).Payload)
            .RootElement.GetProperty("present")
            .EnumerateArray()
            .Select(id => id.GetGuid())
            .ShouldBe(cell.Members[..2], ignoreOrder: true);

        (await secretary.CoverageAsync(cell.Path, 2022, 1, "tradition-day-meeting")).Held.ShouldBe(1);
        var usage = await secretary.UsageAsync(cell.Path, s_from, s_to, "tradition-day-meeting");
        (usage.Forms[0].Name, usage.Activities[0].Name).ShouldBe(("by-loudspeaker", "tree-planting"));
        (await secretary.PeopleAttendanceAsync(cell.Path, s_from, s_to, "tradition-day-meeting"))
            .Items.Single(person => person.MemberId == cell.Members[0])
            .ByStatus.ShouldBe(new Dictionary<string, int> { ["present-by-loudspeaker"] = 1 });
        using var file = new MemoryStream(
            await secretary.AttendanceWorkbookAsync("people", cell.Path, s_from, s_to, "tradition-day-meeting")
        );
        file.Query(useHeaderRow: true)
            .Cast<IDictionary<string, object>>()
            .Sum(line => Convert.ToInt32(line["Trong đó nghe qua loa"], null))
            .ShouldBe(2);
    }

    private Task AddAsync() =>
        service.ScalarAsync<string>(
            """
            insert into session_kinds (code, name, position, owed_quarterly, valid_from, source, verified)
            values ('tradition-day-meeting', 'Sinh hoạt ngày truyền thống', 90, true, '2022-01-01', 'test', false);
            insert into session_activities (code, name, position, valid_from, source, verified) values ('tree-planting', 'Trồng cây', 90,
                '2022-01-01', 'test', false);
            insert into session_forms (code, name, position, valid_from, source, verified) values ('by-loudspeaker', 'Qua loa', 90,
                '2022-01-01', 'test', false);
            insert into attendance_statuses (code, name, counts_as, usual, takes_minutes, needs_reason, position, valid_from, valid_to,
                source, verified)
            values ('present-by-loudspeaker', 'Nghe qua loa', 'present', false, true, false, 90, '2022-01-01', '2023-01-01', 'test',
                false) returning code
            """
        );
}
