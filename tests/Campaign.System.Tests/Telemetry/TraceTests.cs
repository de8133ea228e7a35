using System.Buffers;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Scenarios.People;
using Campaign.System.Tests.Browser;
using Campaign.Testing;
using Microsoft.Playwright;
using Npgsql;

namespace Campaign.System.Tests.Telemetry;

/// <summary>One trace from the click to the last consumer, and nothing in telemetry that does not belong there.</summary>
public sealed class TraceTests(PlayedSystem played, Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly TimeSpan s_export = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Closing_a_session_is_one_trace_from_the_Portal_through_the_broker_to_City()
    {
        var secretary = played.Plan.Districts[0].Secretaries[^1];
        var token = await played.TokenAsync(secretary);
        var session = await ScheduleAsync(secretary);
        var traceId = ActivityTraceId.CreateRandom().ToHexString();
        played.Telemetry.Watch(traceId);

        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/session/sessions/{session.Id}/close")
        {
            Content = JsonContent.Create(new CloseSession(session.StartsAt.AddHours(1), "Biên bản.")),
        };
        request.Headers.Add("Idempotency-Key", $"trace-{traceId}");
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{traceId}-{ActivitySpanId.CreateRandom().ToHexString()}-01");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await played.Anybody.SendAsync(request);
        answer.EnsureSuccessStatusCode();

        (string Service, string Name)[] expected =
        [
            (Resources.Portal, "POST /api/v1/session/sessions/{id}/close"),
            (Resources.Session, "POST /sessions/{id:guid}/close"),
            (Resources.Session, $"publish {nameof(SessionHeld)}"),
            (Resources.City, $"process {nameof(SessionHeld)}"),
            (Resources.Evaluation, $"process {nameof(SessionHeld)}"),
            (Resources.Directive, $"process {nameof(SessionHeld)}"),
        ];
        await Eventually.TrueAsync(
            $"one trace with {string.Join(", ", expected)}",
            () => played.Telemetry.SpansOf(traceId).Select(span => $"{span.Service}: {span.Name}").Distinct().ToList(),
            seen =>
                expected.All(wanted => seen.Exists(span => span.StartsWith($"{wanted.Service}: {wanted.Name}", StringComparison.Ordinal))),
            s_export
        );

        var spans = played.Telemetry.SpansOf(traceId);
        var known = spans.Select(span => span.SpanId).ToHashSet();
        spans
            .Where(span =>
                span.Name.StartsWith("process ", StringComparison.Ordinal) || span.Name.StartsWith("publish ", StringComparison.Ordinal)
            )
            .ShouldAllBe(span => known.Contains(span.ParentId));
    }

    [Fact]
    public async Task Click_in_the_browser_is_one_trace_from_the_page_to_City_and_the_page_that_stays_open_adds_nothing_to_it()
    {
        const string Click = "click → POST /sessions/{id}/close";
        var secretary = played.Plan.Districts[0].Secretaries[^1];
        var session = await ScheduleAsync(secretary);
        played.Telemetry.Record();
        await using var window = await chromium.OpenAsync(played.Origin, 1200, 900);
        await window.SignInAsync(secretary.UserName, played.DemoPassword);
        await window.Page.GotoAsync($"/sessions/{session.Id}");

        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Kết thúc buổi", Exact = true }).ClickAsync();

        await Eventually.TrueAsync(
            $"{Click}, as far as City",
            () =>
                (TraceOf(Click) is { Count: > 0 } trace ? trace : Roots())
                    .Select(span => $"{span.Service}: {span.Name}")
                    .Distinct()
                    .ToList(),
            seen => seen.Contains($"{Resources.City}: process {nameof(SessionHeld)}"),
            s_export
        );
        var (before, closedAt) = (TraceOf(Click).Count, DateTimeOffset.UtcNow);
        await Task.Delay(TimeSpan.FromSeconds(10)); // the page has loaded its session again
        TraceOf(Click).Count(span => span.Service == Resources.Session && span.StartedAt > closedAt).ShouldBe(0, $"after {before} spans");
    }

    [Fact]
    public void Health_checks_are_not_traced()
    {
        var kinds = played.Telemetry.Kinds;

        kinds.ShouldContain(kind => kind.Path != null && kind.Path.StartsWith("/api/v1/session/", StringComparison.Ordinal));
        kinds
            .Where(kind =>
                kind.Service.Length > 0
                && kind.Path is not null
                && (kind.Path.EndsWith("/health", StringComparison.Ordinal) || kind.Path.EndsWith("/alive", StringComparison.Ordinal))
            )
            .ShouldBeEmpty();
        kinds
            .Select(kind => kind.Service)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(Resources.Services.Append(Resources.Portal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_failure_is_logged_with_trace_and_district_and_the_answer_names_the_trace()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/recognition/catalogues/titles");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await played.TokenAsync(played.Plan.Districts[0].Officer));
        string traceId;
        await RenameAsync("titles", "titles_away");
        try
        {
            using var answer = await played.Anybody.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
            traceId = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("traceId").GetString()!;
        }
        finally
        {
            await RenameAsync("titles_away", "titles");
        }

        var line = await Eventually.TrueAsync(
            "the failure's log line",
            () => played.Telemetry.Logs.FirstOrDefault(log => log.Service == Resources.Recognition && log.TraceId == traceId),
            seen => seen is not null,
            s_export
        );
        line!.Attributes.ShouldContain(new KeyValuePair<string, string>(Districts.TelemetryName, played.Plan.Districts[0].Unit.Code));
    }

    [Fact]
    public void No_log_line_names_a_member()
    {
        var names = SearchValues.Create(
            [.. played.Plan.Districts.SelectMany(district => district.Members).Select(member => member.FullName).Distinct()],
            StringComparison.OrdinalIgnoreCase
        );

        played
            .Telemetry.Logs.Where(log =>
                log.Body.AsSpan().ContainsAny(names) || log.Attributes.Any(attribute => attribute.Value.AsSpan().ContainsAny(names))
            )
            .Select(log => $"{log.Service}: {log.Body}")
            .Take(10)
            .ShouldBeEmpty($"of {played.Telemetry.Logs.Count} lines");
    }

    private List<SpanRecord> Roots() =>
        [.. played.Telemetry.Recorded.Where(span => span.Service == Resources.Portal && span.ParentId.Length == 0)];

    private List<SpanRecord> TraceOf(string root)
    {
        var spans = played.Telemetry.Recorded;
        var trace = spans.FirstOrDefault(span => span.Name == root)?.TraceId;
        return [.. spans.Where(span => span.TraceId == trace)];
    }

    private async Task RenameAsync(string table, string name)
    {
        await using var source = NpgsqlDataSource.Create(played.System.Database(Resources.RecognitionDb) + ";Pooling=false");
        await using var command = source.CreateCommand($"alter table {table} rename to {name}");
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A meeting of the past, so that it can be closed at once; of no campaign, so that the demo's figures stay.</summary>
    private async Task<SessionView> ScheduleAsync(Part secretary)
    {
        var person = played.Cast.As(secretary);
        var cell = await person.Organization.UnitByCodeAsync(
            played.Plan.Districts[0].Cells.First(unit => unit.Path.StartsWith(secretary.UnitPath + "/", StringComparison.Ordinal)).Code
        );
        return await person.Session.ScheduleAsync(
            new ScheduleSession(
                cell.Id,
                null,
                null,
                "cell-meeting",
                new("Sinh hoạt thường kỳ", "in-room", "Nhà văn hóa", 90),
                DateTimeOffset.UtcNow.AddHours(-3),
                null
            )
        );
    }
}
