using Campaign.Api;
using Campaign.Contracts;
using Campaign.Portal.Calls;
using Campaign.Portal.Gateway;
using Microsoft.Extensions.Configuration;

namespace Campaign.Portal.Tests.Gateway;

/// <summary>Whoever waits for a service waits longer than the service may take.</summary>
public class TimeoutTests
{
    public static TheoryData<RequestLimit> Limits => [.. RequestLimits.All];

    [Theory]
    [MemberData(nameof(Limits))]
    public void Gateway_waits_longer_than_the_service_takes(RequestLimit limit)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                Resources.Services.Select(service => KeyValuePair.Create($"services:{service}:http:0", (string?)"http://127.0.0.1:1"))
            )
            .Build();

        var route = GatewayRoutes.Routes().Single(route => route.Match.Path == $"/api/v1/{limit.Service}/{limit.Path}");
        var cluster = GatewayRoutes.Clusters(configuration).Single(cluster => cluster.ClusterId == route.ClusterId);

        cluster.HttpRequest!.ActivityTimeout.ShouldNotBeNull().ShouldBeGreaterThan(limit.Takes);
        cluster.Destinations!.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("/api/v1/evaluation/periods/1/decisions", 130)]
    [InlineData("/api/v1/evaluation/periods/1/enrol", 130)]
    [InlineData("/api/v1/evaluation/periods/1", 20)]
    [InlineData("/api/v1/directive/periods/1/enrol", 20)]
    [InlineData("/api/v1/organization/imports/members?dryRun=true", 130)]
    [InlineData("/api/v1/organization/members", 20)]
    public void A_page_waits_long_only_for_what_takes_long(string address, int seconds) =>
        PageTimeout.Of(new Uri("http://gateway" + address)).ShouldBe(TimeSpan.FromSeconds(seconds));
}
