using System.Net;
using Campaign.Testing;

namespace Campaign.Portal.Tests.Gateway;

/// <summary>What only a real server enforces.</summary>
public sealed class LimitTests(TestServers servers) : IAsyncLifetime
{
    private FakeServices _one = null!;
    private FakeServices _two = null!;
    private PortalFactory _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _one = await FakeServices.StartAsync();
        _two = await FakeServices.StartAsync();
        _portal = new PortalFactory(await servers.CreateDatabaseAsync("portal"), "http://localhost", _one.Address, _two.Address);
        _portal.UseKestrel(0);
        await _portal.ReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _one.DisposeAsync();
        await _two.DisposeAsync();
    }

    [Theory]
    [InlineData("/api/v1/organization/imports/members", 20, HttpStatusCode.OK)]
    [InlineData("/api/v1/organization/imports/members", 21, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("/api/v1/organization/imports/jobs/members", 30, HttpStatusCode.OK)]
    [InlineData("/api/v1/organization/members", 3, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("/api/v1/directive/directives", 3, HttpStatusCode.OK)]
    [InlineData("/api/v1/evaluation/periods/1/proposals", 15, HttpStatusCode.OK)]
    [InlineData("/api/v1/evaluation/periods/1/proposals", 17, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("/api/v1/session/sessions/1/roster", 3, HttpStatusCode.OK)]
    public async Task Body_may_be_as_large_as_the_service_takes_it(string path, int megabytes, HttpStatusCode expected)
    {
        using var client = _portal.CreateClient();
        using var body = new ByteArrayContent(new byte[megabytes * 1024 * 1024]);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        request.Headers.ExpectContinue = true; // the answer comes before the body is sent
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Replicas_take_turns()
    {
        using var client = _portal.CreateClient();
        for (var i = 0; i < 6; i++)
        {
            await client.GetAsync(new Uri("/api/v1/city/turn", UriKind.Relative), TestContext.Current.CancellationToken);
        }

        _one.Received.Count(received => received.Path == "/turn").ShouldBe(3);
        _two.Received.Count(received => received.Path == "/turn").ShouldBe(3);
    }
}
