using System.Diagnostics;
using System.Text.Json;
using Campaign.Testing;

namespace Campaign.Portal.Tests.Gateway;

/// <summary>What somebody reads out to an operator is found in the logs, whoever refused.</summary>
public sealed class TraceTests(TestServers servers)
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task What_the_gateway_itself_refuses_names_the_trace_as_the_services_do()
    {
        // as in a system that sends its telemetry somewhere
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.PropagationData,
        };
        ActivitySource.AddActivityListener(listener);
        await using var portal = new PortalFactory(await servers.CreateDatabaseAsync("portal"), "http://localhost", "http://127.0.0.1:1");
        await portal.ReadyAsync();
        using var client = portal.CreateClient();
        client.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");

        foreach (var path in (string[])["/api/no-such-service/x", "/api/v1/city/campaigns"])
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            problem.RootElement.GetProperty("traceId").GetString().ShouldBe(Trace, path);
        }
    }
}
