using System.Text.Json;
using Campaign.Contracts;
using Campaign.Hosting.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Campaign.Hosting.Tests.Health;

/// <summary><c>/health</c> gives a code beside the English sentence, so that the Portal can say it in the reader's language.</summary>
public class HealthAnswerTests
{
    [Fact]
    public async Task Each_check_tells_its_findings()
    {
        var finding = new Finding("broker-away", "The broker is away.", Cause: "refused");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder
            .Services.AddHealth()
            .AddHealthChecks()
            .AddCheck("messaging", () => HealthCheckResult.Unhealthy(finding.Text, data: Finding.Data(finding)));
        await using var app = builder.Build();
        app.MapHealth();
        await app.StartAsync(TestContext.Current.CancellationToken);

        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(app.Urls.First() + "/health"), TestContext.Current.CancellationToken);
        using var health = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var checks = health.RootElement.GetProperty("checks");
        checks.GetProperty("messaging").GetProperty("description").GetString().ShouldBe("The broker is away.");
        checks.GetProperty("messaging").GetProperty(Finding.Key).Deserialize<List<Finding>>(JsonSerializerOptions.Web).ShouldBe([finding]);
        checks.GetProperty("self").GetProperty(Finding.Key).GetArrayLength().ShouldBe(0);
    }
}
