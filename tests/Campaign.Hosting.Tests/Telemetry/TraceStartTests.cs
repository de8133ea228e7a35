using System.Diagnostics;
using Microsoft.AspNetCore.Builder;

namespace Campaign.Hosting.Tests.Telemetry;

/// <summary>A trace begins with a request, a click or an event, and never with a timer.</summary>
[Collection(TelemetryService.Alone)]
public sealed class TraceStartTests
{
    private static ActivitySource Source => TelemetryService.Source;

    [Fact]
    public async Task Timer_makes_no_span_whomever_it_asks()
    {
        await using var service = await TelemetryService.StartAsync(app => app.MapGet("/work", AskDatabase));
        using var http = new HttpClient { BaseAddress = service.Address };

        AskDatabase();
        using (Source.StartActivity("look for work"))
        {
            AskDatabase();
        }

        // the service that a timer asks does not trace the question either
        (await http.GetStringAsync(new Uri("work", UriKind.Relative))).ShouldBe("asked");
        await service.AskAsync("work");

        (await service.NamesAsync("GET /work")).ShouldBe(["select sessions", "GET /work"]);
    }

    [Fact]
    public async Task Event_that_a_timer_made_is_traced_to_its_last_consumer()
    {
        await using var service = await TelemetryService.StartAsync(_ => { });

        using (var publish = Source.StartActivity("publish AssignmentOverdue", ActivityKind.Producer))
        {
            using var process = Source.StartActivity(
                "process AssignmentOverdue",
                ActivityKind.Consumer,
                new ActivityContext(publish!.TraceId, publish.SpanId, publish.ActivityTraceFlags, isRemote: true)
            );
            AskDatabase();
        }

        service
            .Spans.Select(span => span.DisplayName)
            .ShouldBe(["select sessions", "process AssignmentOverdue", "publish AssignmentOverdue"]);
        service.Spans.Select(span => span.TraceId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Timer_that_a_request_started_does_not_go_on_in_its_trace()
    {
        var (over, polled) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var service = await TelemetryService.StartAsync(app => app.MapGet("/page", () =>
            {
                _ = KeepUpToDateAsync();
                return "page";
            }));

        await service.AskAsync("page");
        await service.NamesAsync("GET /page");
        over.SetResult();
        await polled.Task;

        service.Spans.Select(span => span.DisplayName).ShouldBe(["GET /page"]);

        async Task KeepUpToDateAsync()
        {
            await over.Task;
            using (Source.StartActivity("GET /figures", ActivityKind.Client))
            {
                AskDatabase();
            }

            polled.SetResult();
        }
    }

    [Theory]
    [InlineData("health")]
    [InlineData("alive")]
    [InlineData("connect/token")]
    [InlineData(".well-known/openid-configuration")]
    [InlineData("_blazor/negotiate")]
    [InlineData("_content/MudBlazor/MudBlazor.min.css")]
    [InlineData("app.js")]
    public async Task Probes_tokens_and_files_are_not_traced_on_either_side(string path)
    {
        await using var service = await TelemetryService.StartAsync(app =>
        {
            app.MapGet(path, AskDatabase);
            app.MapGet("/asks", async () =>
            {
                using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
                return await http.GetStringAsync(new Uri(path, UriKind.Relative));
            });
        });

        (await service.AskAsync(path)).ShouldBe("asked");
        (await service.AskAsync("asks")).ShouldBe("asked");

        (await service.NamesAsync("GET /asks")).ShouldBe(["GET /asks"]);
    }

    [Fact]
    public async Task Call_is_named_by_what_it_asks_for_without_ids_and_secrets()
    {
        await using var service = await TelemetryService.StartAsync(app =>
        {
            app.MapGet("/api/v1/session/{**rest}", () => "proxied");
            app.MapGet("/asks", async () =>
            {
                using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
                return await http.GetStringAsync(new Uri($"api/v1/session/sessions/{Guid.NewGuid()}/roster", UriKind.Relative));
            });
        });

        await service.AskAsync("asks");
        await service.AskAsync("api/v1/session/feeds/u.AbC-1_x");

        (await service.NamesAsync("GET /api/v1/session/feeds/…"))
            .Distinct()
            .ShouldBe(["GET /api/v1/session/sessions/{id}/roster", "GET /asks", "GET /api/v1/session/feeds/…"], ignoreOrder: true);
    }

    [Fact]
    public async Task Service_is_called_what_its_host_calls_it()
    {
        await using var service = await TelemetryService.StartAsync(
            _ => { },
            settings =>
            {
                settings["OTEL_SERVICE_NAME"] = "session";
                settings["OTEL_RESOURCE_ATTRIBUTES"] = "service.instance.id=session-1";
            }
        );

        service.Resource["service.name"].ShouldBe("session");
        service.Resource["service.instance.id"].ShouldBe("session-1");
        service.Resource.Keys.ShouldNotContain("service.namespace");
    }

    /// <summary>As Npgsql does it.</summary>
    private static string AskDatabase()
    {
        using var span = Source.StartActivity("select sessions", ActivityKind.Client);
        return "asked";
    }
}
