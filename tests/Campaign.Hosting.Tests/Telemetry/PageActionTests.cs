using System.Diagnostics;
using Microsoft.AspNetCore.Builder;

namespace Campaign.Hosting.Tests.Telemetry;

/// <summary>
/// A click on an interactive page, as Blazor Server traces it: within a message of the browser's connection, in a trace of its own.
/// </summary>
[Collection(TelemetryService.Alone)]
public sealed class PageActionTests : IDisposable
{
    private readonly ActivitySource _messages = new("Microsoft.AspNetCore.SignalR.Server");
    private readonly ActivitySource _components = new("Microsoft.AspNetCore.Components");

    [Fact]
    public async Task Click_is_named_by_the_change_that_it_asked_for_and_holds_its_calls()
    {
        await using var service = await TelemetryService.StartAsync(app =>
        {
            app.MapGet("/sessions/{id}", (Guid id) => id);
            app.MapPost("/sessions/{id}/close", (Guid id) => id);
        });
        using var http = new HttpClient { BaseAddress = service.Address };
        var session = Guid.NewGuid();

        using (Message("BeginInvokeDotNetFromJS"))
        {
            using var click = Event("onclick");
            using var before = await http.GetAsync(new Uri($"sessions/{session}", UriKind.Relative));
            using var close = await http.PostAsync(new Uri($"sessions/{session}/close", UriKind.Relative), null);
            using var after = await http.GetAsync(new Uri($"sessions/{session}", UriKind.Relative));
        }

        await service.NamesAsync("click → POST /sessions/{id}/close");
        var trace = service.Spans.Single(span => span.DisplayName.StartsWith("click", StringComparison.Ordinal)).TraceId;
        service.Spans.ShouldAllBe(span => span.TraceId == trace);
        service.Spans.Count(span => span.DisplayName == "POST /sessions/{id}/close").ShouldBe(2); // who asks, and who is asked
    }

    [Fact]
    public async Task Click_is_traced_also_when_the_message_that_brought_it_is_over_before_its_turn_comes()
    {
        await using var service = await TelemetryService.StartAsync(app => app.MapPost("/close", () => "closed"));
        using var http = new HttpClient { BaseAddress = service.Address };
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task click;

        using (Message("BeginInvokeDotNetFromJS"))
        {
            click = ClickAsync();
        }

        turn.SetResult();
        await click;

        await service.NamesAsync("click → POST /close");

        async Task ClickAsync()
        {
            await turn.Task;
            using var happened = Event("onclick");
            using var answer = await http.PostAsync(new Uri("close", UriKind.Relative), null);
        }
    }

    [Fact]
    public async Task Key_that_asks_nothing_of_a_service_is_not_recorded()
    {
        await using var service = await TelemetryService.StartAsync(_ => { });

        using (Message("BeginInvokeDotNetFromJS"))
        {
            Event("oninput")?.Dispose();
        }

        using (Message("OnRenderCompleted")) { }

        service.Spans.ShouldBeEmpty();
    }

    [Fact]
    public async Task First_load_of_a_page_is_traced_with_what_it_loads()
    {
        await using var service = await TelemetryService.StartAsync(app => app.MapGet("/figures", () => "figures"));
        using var http = new HttpClient { BaseAddress = service.Address };

        using (Message("UpdateRootComponents"))
        {
            await http.GetStringAsync(new Uri("figures", UriKind.Relative));
        }

        await service.NamesAsync("page → GET /figures");
    }

    public void Dispose()
    {
        _messages.Dispose();
        _components.Dispose();
    }

    private Activity? Message(string method) =>
        _messages.StartActivity("Microsoft.AspNetCore.SignalR.Server.InvocationIn", ActivityKind.Server)?.SetTag("rpc.method", method);

    private Activity? Event(string attribute)
    {
        var activity = _components
            .CreateActivity("Microsoft.AspNetCore.Components.HandleEvent", ActivityKind.Internal)
            ?.SetTag("aspnetcore.components.attribute.name", attribute);
        Activity.Current = null;
        return activity?.Start();
    }
}
