using System.Net;
using System.Net.Http.Json;
using System.Text;
using Campaign.Api.Session;
using Campaign.Hosting.Access;
using Campaign.Time;

namespace Campaign.Session.Tests.Service;

/// <summary>Every endpoint × (no token, wrong role, right role outside the subtree).</summary>
[Collection<SessionCollection>]
[Trait("Run", "Quick")]
public sealed class AccessTests(SessionService service)
{
    public static readonly TheoryData<string, string, string> Endpoints = new()
    {
        { "POST", "sessions", "analyst" },
        { "GET", "sessions?under={path}", "council" },
        { "GET", "sessions/{id}", "council" },
        { "GET", "sessions/{id}/participants", "member" },
        { "POST", "sessions/{id}/open", "member" },
        { "POST", "sessions/{id}/check-ins", "analyst" },
        { "POST", "sessions/{id}/roster", "member" },
        { "POST", "sessions/{id}/close", "analyst" },
        { "GET", "sessions/{id}/minutes", "council" },
        { "GET", "sessions/{id}/minutes/draft", "analyst" },
        { "GET", "sessions/{id}/minutes/versions", "member" },
        { "PUT", "sessions/{id}/minutes", "analyst" },
        { "POST", "sessions/{id}/minutes/signatures", "analyst" },
        { "POST", "sessions/{id}/corrections", "member" },
        { "GET", "sessions/{id}/minutes.docx", "council" },
        { "GET", "sessions/{id}/minutes.pdf", "council" },
        { "GET", "sessions/{id}/screen", "member" },
        { "GET", "sessions/{id}/sheet.pdf", "analyst" },
        { "POST", "sessions/{id}/sheet", "member" },
        { "POST", "imports/attendance?session={id}", "analyst" },
        { "GET", "sessions/{id}/temporary-attendees", "member" },
        { "POST", "sessions/{id}/temporary-attendees", "analyst" },
        { "POST", "sessions/{id}/temporary-attendees/{attendee}/merge", "analyst" },
        { "GET", "proposals?under={path}", "member" },
        { "GET", "coverage?under={path}&year=2022&quarter=1", "member" },
        { "GET", "coverage/units?under={path}&year=2022&quarter=1", "member" },
        { "GET", "attendance/people?under={path}&from=2022-01-01&to=2022-12-31", "member" },
        { "GET", "attendance/people.xlsx?under={path}&from=2022-01-01&to=2022-12-31", "member" },
        { "GET", "attendance/units?under={path}&from=2022-01-01&to=2022-12-31", "member" },
        { "GET", "attendance/units.xlsx?under={path}&from=2022-01-01&to=2022-12-31", "member" },
        { "GET", "attendance/quarters?under={path}&from=2022-01-01&to=2022-12-31", "member" },
        { "GET", "attendance/usage?under={path}&from=2022-01-01&to=2022-12-31", "member" },
        { "PUT", "sessions/{id}", "analyst" },
        { "POST", "sessions/{id}/cancel", "member" },
        { "POST", "series", "analyst" },
        { "GET", "series?under={path}", "council" },
        { "GET", "series/{series}", "council" },
        { "PUT", "series/{series}/occurrences/{day}", "member" },
        { "POST", "series/{series}/end", "analyst" },
        { "GET", "calendar?under={path}", "council" },
        { "GET", "calendar/nearest?under={path}&from=2022-03-01&to=2022-03-31", "council" },
        { "GET", "sessions/{id}/invitations", "analyst" },
        { "GET", "sessions/{id}/guests", "member" },
        { "POST", "sessions/{id}/guests", "analyst" },
        { "POST", "sessions/{id}/guests/{guest}/withdraw", "member" },
        { "GET", "sessions/{id}/answers", "member" },
        { "POST", "sessions/{id}/answers/confirm", "analyst" },
        { "GET", "sessions/{id}/preparation", "council" },
        { "PUT", "sessions/{id}/preparation", "member" },
        { "POST", "sessions/{id}/preparation/steps", "member" },
        { "GET", "sessions/{id}/proceedings", "council" },
        { "POST", "sessions/{id}/agenda-clock", "member" },
        { "POST", "sessions/{id}/contributions", "member" },
        { "POST", "sessions/{id}/contributions/{contribution}/withdraw", "analyst" },
        { "POST", "sessions/{id}/votes", "member" },
        { "POST", "sessions/{id}/votes/{vote}/recounts", "analyst" },
        { "PUT", "sessions/{id}/resolution", "member" },
        { "GET", "sessions/{id}/follow-up", "council" },
        { "GET", "sessions/{id}/quality", "council" },
        { "POST", "sessions/{id}/quality/answers", "member" },
        { "POST", "sessions/{id}/quality/confirmations", "analyst" },
    };

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Endpoint_is_closed_to_strangers_wrong_roles_and_other_units(string method, string route, string wrongRole)
    {
        var cell = await service.CellAsync(1);
        var session = await service.As(cell.Secretary).ScheduleAsync(cell.Meeting());
        // what is about the time before it opens is asked then
        var (item, vote) = (Guid.Empty, Guid.Empty);
        if (route is not ("sessions/{id}" or "sessions/{id}/cancel"))
        {
            await service.As(cell.Secretary).OpenAsync(session.Id);
            (item, vote) = await DealtWithAsync(session.Id, cell);
        }

        if (route.EndsWith("/confirmations", StringComparison.Ordinal))
        {
            await service.As(cell.Secretary).AnswerQualityAsync(session.Id, new("order", false, "Chậm"));
            await service.As(cell.Secretary).AnswerQualityAsync(session.Id, new("theme", false, "Chưa sát"));
            await service.As(cell.Secretary).CloseAsync(session.Id, cell.Over());
        }

        if (route.Contains("minutes", StringComparison.Ordinal) || route.Contains("corrections", StringComparison.Ordinal))
        {
            await service.As(cell.Secretary).CloseAsync(session.Id, cell.Over());
        }

        var attendee = route.Contains("{attendee}", StringComparison.Ordinal)
            ? (await service.As(cell.Secretary).AddTemporaryAttendeeAsync(session.Id, new("Người Khách", null))).Id
            : Guid.Empty;
        var series = route.Contains("{series}", StringComparison.Ordinal)
            ? await service.As(cell.Secretary).PlanSeriesAsync(Series(cell))
            : null;
        route = route
            .Replace("{series}", series?.Id.ToString(), StringComparison.Ordinal)
            .Replace("{guest}", Guid.Empty.ToString(), StringComparison.Ordinal)
            .Replace(
                "{day}",
                series?.Occurrences[^1].Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            );
        var path = route
            .Replace("{attendee}", attendee.ToString(), StringComparison.Ordinal)
            .Replace("{contribution}", Guid.Empty.ToString(), StringComparison.Ordinal)
            .Replace("{vote}", vote.ToString(), StringComparison.Ordinal)
            .Replace("{id}", session.Id.ToString(), StringComparison.Ordinal)
            .Replace("{path}", cell.Path, StringComparison.Ordinal);

        (await CallAsync(method, path, item, cell)).ShouldBe(HttpStatusCode.Unauthorized);
        (await CallAsync(method, path, item, cell, $"{wrongRole}@{cell.Path}")).ShouldBe(HttpStatusCode.Forbidden);
        (await CallAsync(method, path, item, cell, "secretary@hn/ba-dinh")).ShouldBe(HttpStatusCode.Forbidden);
        // a path that only begins alike is another unit
        (await CallAsync(method, path, item, cell, $"secretary@{cell.Path}0")).ShouldBe(HttpStatusCode.Forbidden);
        ((int)await CallAsync(method, path, item, cell, cell.Secretary)).ShouldBeInRange(200, 299);
    }

    [Fact]
    public void Every_endpoint_of_the_service_is_in_the_list()
    {
        var routes = (
            (Microsoft.AspNetCore.Routing.EndpointDataSource)
                service.Factory.Services.GetService(typeof(Microsoft.AspNetCore.Routing.EndpointDataSource))!
        )
            .Endpoints.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<AccessRule>() is { Public: false, Roles.Count: > 0 })
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/').Replace(":guid", "", StringComparison.Ordinal))
            .Where(route => route != "changes" && !route.StartsWith("operations", StringComparison.Ordinal))
            .ToList();
        routes.Count.ShouldBe(Endpoints.Count);
        routes
            .Select(route => route.Replace("series/{id}", "series/{series}", StringComparison.Ordinal))
            .Order()
            .ShouldBe(Endpoints.Select(row => row.Data.Item2.Split('?')[0]).Order());
    }

    /// <summary>Its agenda has an item, a member is present, and one question was voted on.</summary>
    private async Task<(Guid Item, Guid Vote)> DealtWithAsync(Guid session, Cell cell)
    {
        var secretary = service.As(cell.Secretary);
        var item = (await secretary.PrepareAsync(session, 0, new([new(null, "Nội dung", 10)], []))).Items[0].Id;
        await secretary.TakeRosterAsync(session, new([new(cell.Members[0], "present")]));
        return (item, (await secretary.RecordVoteAsync(session, new("Thông qua", null, 1, 0, 0))).Votes[0].Id);
    }

    private async Task<HttpStatusCode> CallAsync(string method, string path, Guid item, Cell cell, params string[] posts)
    {
        using var http = service.Factory.As(posts);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Content =
            method == "GET"
                ? null
                : Body(
                    path.Split('?')[0].Split('/') is ["sessions", _] ? "change"
                        : path.Contains("/occurrences/", StringComparison.Ordinal) ? "occurrence"
                        : path.Split('?')[0].Split('/')[^1],
                    item,
                    cell
                );
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    private static PlanSeries Series(Cell cell) =>
        new(
            cell.Id,
            null,
            "cell-meeting",
            new("Thường kỳ", "in-room", "Nhà văn hóa", 90),
            null,
            new RecurrenceRule(TimeProvider.System.Today(), new TimeOnly(19, 30), 1, 3, null, null)
        );

    private static HttpContent? Body(string action, Guid item, Cell cell) =>
        action switch
        {
            "change" => JsonContent.Create(new ChangeSession(new("Chủ đề", "in-room", "Nhà văn hóa", 90), Cell.Start)),
            "cancel" => JsonContent.Create(new CancelSession("Bão")),
            "series" => JsonContent.Create(Series(cell)),
            "occurrence" => JsonContent.Create(new ChangeOccurrence(true, null)),
            "end" => JsonContent.Create(new EndSeries(TimeProvider.System.Today(), "Bão")),
            "guests" => JsonContent.Create(new AddGuest("Người Khách", "Báo cáo viên", "Quận ủy")),
            "confirm" => JsonContent.Create(new ConfirmExcuses(null)),
            "sessions" => JsonContent.Create(cell.Meeting()),
            "check-ins" => JsonContent.Create(new CheckInRequest(cell.Members[0], null)),
            "roster" => JsonContent.Create(new TakeRoster([new(cell.Members[0], "present")])),
            "sheet" => JsonContent.Create(new EnterSheet([new("1", "present")], null)),
            "attendance" => new StringContent("number,status\n", Encoding.UTF8, "text/csv"),
            "temporary-attendees" => JsonContent.Create(new AddTemporaryAttendee("Người Khách", null)),
            "merge" => JsonContent.Create(new MergeTemporaryAttendee(cell.Members[0])),
            "minutes" => JsonContent.Create(new EditMinutes("Nội dung", null, null, null)),
            "signatures" => JsonContent.Create(new SignMinutes("chair", 1)),
            "corrections" => JsonContent.Create(new Correct(1, "Nhầm", new EditMinutes("Nội dung", null, null, null), null)),
            "preparation" => JsonContent.Create(new Prepare([new(item, "Nội dung", 20)], [])),
            "steps" => JsonContent.Create(new TickStep("committee-met", true)),
            "agenda-clock" => JsonContent.Create(new ClockAgenda(item, "start")),
            "contributions" => JsonContent.Create(new Contribute("speech", cell.Members[0], null, item, null)),
            "votes" => JsonContent.Create(new RecordVote("Thông qua", item, 1, 0, 0)),
            "recounts" => JsonContent.Create(new RecountVote(0, 1, 0)),
            "resolution" => JsonContent.Create(new WriteResolution("Thống nhất", [])),
            "answers" => JsonContent.Create(new AnswerQuality("order", true, "Đúng giờ")),
            "confirmations" => JsonContent.Create(new ConfirmQuality(35)),
            "close" => JsonContent.Create(cell.Over()),
            _ => null,
        };
}
