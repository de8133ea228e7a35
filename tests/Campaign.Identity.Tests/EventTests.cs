using Campaign.Api.Identity;
using Campaign.Contracts;
using Campaign.Time;

namespace Campaign.Identity.Tests;

public sealed class EventTests(TestServers servers)
{
    [Fact]
    public async Task Events_of_Organization_reach_the_next_token_through_the_broker()
    {
        var settings = await IdentityHost.SettingsAsync(servers);
        await using var host = await new IdentityHost(settings).ReadyAsync();
        await using var organization = await EventSource.StartAsync(
            Resources.Organization,
            await servers.CreateDatabaseAsync("organization"),
            settings[$"ConnectionStrings:{Resources.RabbitMq}"]!
        );
        var (member, post, unit) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var today = TimeProvider.System.Today();
        await organization.PublishAsync(
            new MemberChanged
            {
                District = Districts.City,
                AggregateId = member,
                Version = 1,
                Number = "HN-1",
                FullName = "An officer",
                UnitId = unit,
                UnitPath = "hn/cb-01",
                Status = MemberStatuses.Active,
            },
            new PostAssigned
            {
                District = Districts.City,
                AggregateId = post,
                Version = 1,
                MemberId = member,
                UnitId = unit,
                UnitPath = "hn",
                Role = Roles.CityOfficer,
                ValidFrom = today,
            }
        );
        (await Eventually.TrueAsync("the member to be known", CreateAsync, account => account.MemberId == member)).UserName.ShouldBe(
            "officer"
        );
        (await PostsBecomeAsync(host, "city-officer@hn,member@hn/cb-01")).ShouldBe("city-officer@hn,member@hn/cb-01");

        await organization.PublishAsync(
            new PostEnded
            {
                District = Districts.City,
                AggregateId = post,
                Version = 2,
                MemberId = member,
                ValidTo = today,
            }
        );
        (await PostsBecomeAsync(host, "member@hn/cb-01")).ShouldBe("member@hn/cb-01");

        async Task<AccountView> CreateAsync() =>
            await (await host.AsOperatorAsync()).CreateAccountAsync(
                new CreateAccount("officer", "An officer", "password of an officer", "hn", member)
            );
    }

    private static Task<string> PostsBecomeAsync(IdentityHost host, string posts) =>
        Eventually.EqualsAsync(
            "posts in the officer's next token",
            async () => string.Join(',', await Tokens.PostsOfAsync(host, "officer", "password of an officer")),
            posts
        );
}
