using System.Security.Claims;
using Campaign.Contracts;
using Campaign.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Campaign.Hosting.Tests.Telemetry;

/// <summary>A log line can be read as it is, and leads to its trace and district.</summary>
[Collection(TelemetryService.Alone)]
public sealed class LogTests
{
    [Fact]
    public async Task Log_line_of_a_request_is_a_sentence_with_district_and_trace()
    {
        await using var service = await TelemetryService.StartAsync(app =>
        {
            app.Use(
                (context, next) =>
                {
                    context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("posts", "secretary@hn/thanh-xuan/ha-dinh")], "test"));
                    return next(context);
                }
            );
            app.UseMiddleware<DistrictScope>();
            app.MapGet("/close", (ILogger<LogTests> logger) => logger.LogWarning("{Count} members are missing", 3));
        });

        await service.AskAsync("close");
        await service.NamesAsync("GET /close");

        var line = service.Logs.Single(log => log.Text == "3 members are missing");
        var span = service.Spans.Single();
        line.TraceId.ShouldBe(span.TraceId.ToHexString());
        line.Scopes[Districts.TelemetryName].ShouldBe("thanh-xuan");
        span.GetTagItem(Districts.TelemetryName).ShouldBe("thanh-xuan");
    }
}
