using System.Net;
using System.Net.Http.Json;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Hosting.Access;
using Campaign.Sessions.Acting;
using Campaign.Testing;
using Campaign.Time;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Session.Tests.Service;

/// <summary>A view says that its reader may do something exactly when the endpoint does not refuse them.</summary>
[Collection<SessionCollection>]
public sealed class MayTests(SessionService service)
{
    private const string Officer = "district-officer@hn/thanh-xuan";

    public static TheoryData<string, string> Cases => [.. from state in s_states from caller in s_callers select (state, caller)];

    private static readonly string[] s_states = ["early", "ahead", "open", "held", "signed", "cancelled"];
    private static readonly string[] s_callers = ["secretary", "member", "officer", "analyst", "invited outsider", "stranger"];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_session_says_what_its_reader_may_do(string state, string caller)
    {
        var (cell, other) = (await service.CellAsync(2), await service.CellAsync(1));
        var kept = await MadeAsync(state, cell, other);
        using var http = Client(caller, cell, other);
        var may = await MayAsync(http, kept.Id);

        foreach (var rule in SessionActions.All)
        {
            // what is allowed is done to a session of its own: it may end there
            var (id, code) = may.Contains(rule.Name) ? await MadeAsync(state, cell, other) : kept;
            using var answer = await http.SendAsync(Request(rule.Name, id, code, cell, runs: caller is "secretary" or "officer"));
            var refused = answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Conflict;
            // a session that lies ahead is closed with an end that lies ahead too: that is asked wrongly, not refused
            (rule.Name, answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.BadRequest, refused).ShouldBe(
                (rule.Name, may.Contains(rule.Name), !may.Contains(rule.Name)),
                $"{state}, {caller}: {await answer.Content.ReadAsStringAsync()}"
            );
        }
    }

    [Fact]
    public async Task Whoever_is_invited_to_a_superior_s_conference_runs_nothing_there()
    {
        var (cell, other) = (await service.CellAsync(2), await service.CellAsync(1));
        var (id, _) = await MadeAsync("open", cell, other);
        using var outsider = Client("invited outsider", cell, other);

        (await MayAsync(outsider, id)).ShouldBe([SessionMay.CheckIn]);
    }

    [Fact]
    public async Task Minutes_a_series_a_score_and_one_s_own_meeting_say_so_too()
    {
        var cell = await service.CellAsync(1);
        var secretary = service.As(cell.Secretary);
        var reader = service.As($"{Roles.Analyst}@{cell.Path}");
        var session = (await secretary.ScheduleAsync(cell.Meeting())).Id;
        var me = service.AsMember(cell, cell.Members[0]);
        (await me.MyMeetingsAsync(past: true)).Items.Single(meeting => meeting.SessionId == session).May.ShouldBe([SessionMay.Answer]);
        (await secretary.QualityAsync(session)).May.ShouldBe([SessionMay.AnswerQuality]);
        (await Problems.RefusalAsync(() => secretary.ConfirmQualityAsync(session, new(0)))).ShouldBe("session-not-held");
        await secretary.CloseAsync(session, cell.Over());
        (await secretary.QualityAsync(session)).May.ShouldBe([SessionMay.AnswerQuality]);
        (await Problems.RefusalAsync(() => secretary.ConfirmQualityAsync(session, new(0)))).ShouldBe("quality-unanswered");
        (await reader.QualityAsync(session)).May.ShouldBeEmpty();
        (await secretary.MinutesAsync(session)).May!.ShouldBe((await secretary.SessionAsync(session)).May!);

        var series = await secretary.PlanSeriesAsync(
            new(
                cell.Id,
                null,
                "cell-meeting",
                cell.Meeting().Plan,
                null,
                new(DateOnly.FromDateTime(DateTime.UtcNow.AddDays(2)), new TimeOnly(19, 30), 1, 3, null, null)
            )
        );
        series.May.ShouldBe([SessionMay.End]);
        series.Occurrences.ShouldAllBe(one => one.May.Contains(SessionMay.ChangeDay) == (one.SessionId == null));
        (await reader.OneSeriesAsync(series.Id)).ShouldSatisfyAllConditions(
            read => read.May.ShouldBeEmpty(),
            read => read.Occurrences.ShouldAllBe(one => one.May.Count == 0)
        );
        (await secretary.EndSeriesAsync(series.Id, new(TimeProvider.System.Today(), "Thôi"))).May.ShouldBeEmpty();
    }

    [Fact]
    public async Task Service_says_what_may_be_begun_and_read_and_where()
    {
        var (walk, cell) = (new MayWalk(), await service.CellAsync(1));
        string[] callers =
        [
            cell.Secretary,
            Officer,
            $"{Roles.Analyst}@hn",
            $"{Roles.Member}@{cell.Path}",
            $"{Roles.Secretary}@hn/ba-dinh",
            $"{Roles.Operator}@hn",
        ];
        foreach (var caller in callers)
        {
            var http = service.Factory.As(caller);
            string[] said =
            [
                .. (await service.As(caller).MayAsync())
                    .Where(may => may.UnitPaths.Any(root => UnitPath.IsWithin(cell.Path, root)))
                    .Select(may => may.Action),
            ];
            await walk.TryAsync(http, caller, said, SessionMay.Schedule, ActionCall.Post("sessions", cell.Meeting()));
            await walk.TryAsync(http, caller, said, SessionMay.SubscribeCalendar, ActionCall.Post("calendar-feeds", new FeedOf(cell.Id)));
            await walk.TryAsync(
                http,
                caller,
                said,
                SessionMay.ReadReports,
                ActionCall.Get($"coverage?under={cell.Path}&year=2026&quarter=1")
            );
            await walk.TryAsync(http, caller, said, SessionMay.ReadSessions, ActionCall.Get($"calendar?under={cell.Path}"));
        }

        await walk.TryReadingAsync(
            post => service.Factory.As(post),
            (SessionMay.ReadReports, "proposals"),
            (SessionMay.ReadSessions, "sessions")
        );
        walk.ShouldBeRight();
    }

    [Fact]
    public void Every_rule_has_an_endpoint_that_lets_in_whom_it_lets_in()
    {
        var actions = service
            .Factory.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<AccessRule>())
            .Where(rule => rule?.Action is not null)
            .ToLookup(rule => rule!.Action!, rule => rule!.Roles);

        // one endpoint takes both signatures; the secretary's lets in more
        foreach (var rule in SessionActions.All.Where(rule => rule != SessionActions.SignAsChair))
        {
            actions[rule.Name].ShouldNotBeEmpty(rule.Name);
            actions[rule.Name].ShouldAllBe(roles => roles.SequenceEqual(rule.Roles));
        }
    }

    private async Task<(Guid Id, string? Code)> MadeAsync(string state, Cell cell, Cell other)
    {
        var officer = service.As(Officer);
        var start = state == "early" ? TimeProvider.System.GetUtcNow().AddDays(10) : Cell.Start;
        var id = (await officer.ScheduleAsync(cell.Meeting([.. cell.Members, other.Members[0]]) with { StartsAt = start })).Id;
        string? code = null;
        switch (state)
        {
            case "open":
                code = (await officer.OpenAsync(id)).Code;
                break;
            case "held" or "signed":
                await officer.CloseAsync(id, cell.Over());
                break;
            case "cancelled":
                await officer.CancelAsync(id, new("Bão"));
                break;
            default:
                break;
        }

        if (state == "signed")
        {
            await officer.SignMinutesAsync(id, new("chair", 1));
            await service.AsMember(cell, cell.Members[1]).SignMinutesAsync(id, new("secretary", 1));
        }

        return (id, code);
    }

    private HttpClient Client(string caller, Cell cell, Cell other) =>
        caller switch
        {
            "secretary" => service.Factory.As(cell.Secretary),
            "member" => service.Factory.As([$"{Roles.Member}@{cell.Path}"], cell.Members[0]),
            "officer" => service.Factory.As(Officer),
            "analyst" => service.Factory.As($"{Roles.Analyst}@hn/thanh-xuan"),
            "invited outsider" => service.Factory.As([other.Secretary], other.Members[0]),
            _ => service.Factory.As(["secretary@hn/ba-dinh"], Guid.CreateVersion7()),
        };

    /// <summary>Nothing for whoever may not even see it.</summary>
    private static async Task<IReadOnlyList<string>> MayAsync(HttpClient http, Guid id)
    {
        using var answer = await http.GetAsync(new Uri($"sessions/{id}", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.Forbidden
            ? []
            : (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<SessionView>())!.May!;
    }

    private static HttpRequestMessage Request(string action, Guid id, string? code, Cell cell, bool runs) =>
        action switch
        {
            SessionMay.Change => Put(id, "", new ChangeSession(cell.Meeting().Plan, Cell.Start)),
            SessionMay.Cancel => Post(id, "/cancel", new CancelSession("Bão")),
            SessionMay.Invite => Get(id, "/invitations"),
            SessionMay.ReadGuests => Get(id, "/guests"),
            SessionMay.ReadAnswers => Get(id, "/answers"),
            SessionMay.ConfirmExcuses => Post(id, "/answers/confirm", new ConfirmExcuses(null)),
            SessionMay.Prepare => Put(id, "/preparation", new Prepare([new(null, "Nội dung", 20)], [])),
            SessionMay.ShowScreen => Get(id, "/screen"),
            SessionMay.Open => Post(id, "/open", new { }),
            SessionMay.CheckIn => Post(
                id,
                "/check-ins",
                runs ? new CheckInRequest(cell.Members[0], null) : new CheckInRequest(null, code ?? "000000")
            ),
            SessionMay.ReadParticipants => Get(id, "/participants"),
            SessionMay.TakeRoster => Post(id, "/roster", new TakeRoster([new(cell.Members[0], "present")])),
            SessionMay.PrintSheet => Get(id, "/sheet.pdf"),
            SessionMay.ReadAttendees => Get(id, "/temporary-attendees"),
            SessionMay.AddAttendee => Post(id, "/temporary-attendees", new AddTemporaryAttendee("Người Khách", null)),
            SessionMay.WriteProceedings => Put(id, "/resolution", new WriteResolution("Thống nhất", [])),
            SessionMay.Close => Post(id, "/close", cell.Over()),
            SessionMay.ReadMinutes => Get(id, "/minutes"),
            SessionMay.DraftMinutes => Get(id, "/minutes/draft"),
            SessionMay.ReadVersions => Get(id, "/minutes/versions"),
            SessionMay.EditMinutes => Put(id, "/minutes", new EditMinutes("Nội dung", null, null, null)),
            SessionMay.SignAsChair => Post(id, "/minutes/signatures", new SignMinutes("chair", 1)),
            SessionMay.SignAsSecretary => Post(id, "/minutes/signatures", new SignMinutes("secretary", 1)),
            SessionMay.Correct => Post(id, "/corrections", new Correct(1, "Nhầm", new EditMinutes("Nội dung", null, null, null), null)),
            _ => throw new InvalidOperationException($"Say how '{action}' is asked for."),
        };

    private static HttpRequestMessage Get(Guid id, string path) => new(HttpMethod.Get, new Uri($"sessions/{id}{path}", UriKind.Relative));

    private static HttpRequestMessage Post<T>(Guid id, string path, T body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"sessions/{id}{path}", UriKind.Relative))
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        return request;
    }

    private static HttpRequestMessage Put<T>(Guid id, string path, T body)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"sessions/{id}{path}", UriKind.Relative))
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return request;
    }
}
