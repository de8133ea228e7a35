using Campaign.Hosting.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Campaign.Hosting.Tests.Access;

public class EveryEndpointHasARuleTests
{
    [Fact]
    public async Task A_service_with_a_silent_endpoint_does_not_start()
    {
        await using var app = Service();
        app.MapGet("/said", () => "").AllowPublic();
        app.MapGet("/silent", () => "");

        var refused = await Should.ThrowAsync<InvalidOperationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        refused.Message.ShouldContain("/silent");
        refused.Message.ShouldNotContain("/said");
    }

    [Fact]
    public async Task A_service_starts_when_every_endpoint_has_a_rule()
    {
        await using var app = Service();
        app.MapGet("/public", () => "").AllowPublic();
        app.MapGet("/signed-in", () => "").AllowSignedIn();
        app.MapGroup("/group").Allow("secretary").MapGet("/of-a-role", () => "");

        await app.StartAsync(TestContext.Current.CancellationToken);
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static WebApplication Service()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddAccess();
        return builder.Build();
    }
}
