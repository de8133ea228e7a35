using Campaign.Api.Identity;
using Campaign.Contracts;
using Campaign.Identity.Posts;
using Campaign.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Identity.Tests;

public sealed class PostTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    private const string Password = "password of a member";
    private static readonly DateOnly s_today = TimeProvider.System.Today();
    private readonly Guid _member = Guid.CreateVersion7();
    private readonly Guid _post = Guid.CreateVersion7();

    private IdentityHost Host => identity.Host;

    [Fact]
    public async Task Next_token_has_the_posts_that_the_member_holds_today()
    {
        var userName = await LinkedAccountAsync();
        (await Tokens.PostsOfAsync(Host, userName, Password)).ShouldBe(["member@hn/thanh-xuan/cb-01"]);

        await HandleAsync(Assigned(Roles.Secretary, s_today, null, 1));
        await HandleAsync(Assigned(Roles.Council, s_today.AddDays(1), null, 1) with { AggregateId = Guid.CreateVersion7() });
        await HandleAsync(Assigned(Roles.Committee, s_today.AddDays(-9), s_today, 1) with { AggregateId = Guid.CreateVersion7() });

        (await Tokens.PostsOfAsync(Host, userName, Password)).ShouldBe(["member@hn/thanh-xuan/cb-01", "secretary@hn/thanh-xuan"]);
    }

    [Fact]
    public async Task Ended_post_is_gone_from_the_next_token()
    {
        var userName = await LinkedAccountAsync();
        await HandleAsync(Assigned(Roles.Secretary, s_today.AddDays(-30), null, 1));

        await HandleAsync(Ended(s_today, 2));

        (await Tokens.PostsOfAsync(Host, userName, Password)).ShouldBe(["member@hn/thanh-xuan/cb-01"]);
    }

    [Theory]
    [InlineData(MemberStatuses.Left)]
    [InlineData(MemberStatuses.Transferred)]
    public async Task Departed_member_keeps_only_what_an_operator_granted(string status)
    {
        var userName = await LinkedAccountAsync(new GrantPost(Roles.Analyst, "hn"));
        await HandleAsync(Assigned(Roles.Secretary, s_today, null, 1));

        await HandleAsync(Changed(status, 2));

        (await Tokens.PostsOfAsync(Host, userName, Password)).ShouldBe(["analyst@hn"]);
    }

    public static TheoryData<int[]> Orders =>
        [
            new([1, 2, 3]),
            new([1, 3, 2]),
            new([2, 1, 3]),
            new([2, 3, 1]),
            new([3, 1, 2]),
            new([3, 2, 1]),
            new([2, 2, 1, 3, 1]),
            new([3, 1, 2, 3, 2, 1]),
        ];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Posts_end_up_the_same_in_whatever_order_and_however_often_events_come(int[] order)
    {
        CampaignEvent[] events =
        [
            Assigned(Roles.Secretary, s_today.AddDays(-30), null, 1),
            Ended(s_today.AddDays(-10), 2),
            Assigned(Roles.Secretary, s_today.AddDays(-5), s_today.AddDays(5), 3),
        ];
        foreach (var version in order)
        {
            await HandleAsync(events[version - 1]);
        }

        var post = (await Host.InDatabaseAsync(db => db.HeldPosts.FindAsync(_post).AsTask()))!;
        (post.Role, post.ValidFrom, post.ValidTo, post.Version).ShouldBe((Roles.Secretary, s_today.AddDays(-5), s_today.AddDays(5), 3L));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public async Task End_that_comes_before_the_beginning_still_ends_the_post(int first, int second)
    {
        CampaignEvent[] events = [Assigned(Roles.Secretary, s_today.AddDays(-30), null, 1), Ended(s_today, 2)];
        await HandleAsync(events[first - 1]);
        await HandleAsync(events[second - 1]);

        var post = (await Host.InDatabaseAsync(db => db.HeldPosts.FindAsync(_post).AsTask()))!;
        (post.Role, post.ValidTo).ShouldBe((Roles.Secretary, s_today));
    }

    [Fact]
    public async Task Newer_of_two_events_that_replicas_handle_side_by_side_stays()
    {
        await HandleAsync(Changed(MemberStatuses.Active, 1));
        await using var scope = Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await scope
            .ServiceProvider.GetRequiredService<KeepMembers>()
            .HandleAsync([Changed(MemberStatuses.Active, 2)], CancellationToken.None);

        var newer = HandleAsync(Changed(MemberStatuses.Left, 3));
        await Locks.AwaitedAsync(Host.Database, newer);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        await newer;

        var member = (await Host.InDatabaseAsync(db => db.Members.FindAsync(_member).AsTask()))!;
        (member.Version, member.Departed).ShouldBe((3L, true));
    }

    private async Task<string> LinkedAccountAsync(params GrantPost[] posts)
    {
        await HandleAsync(Changed(MemberStatuses.Active, 1));
        var userName = $"m-{_member:N}";
        var operators = await Host.AsOperatorAsync();
        await operators.CreateAccountAsync(new CreateAccount(userName, "A member", Password, "hn", _member, Posts: posts));
        return userName;
    }

    /// <summary>As the consumer does it: the handlers of one event, then one save.</summary>
    private async Task HandleAsync(CampaignEvent @event)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await (
            @event switch
            {
                PostAssigned assigned => services.GetRequiredService<KeepPosts>().HandleAsync(assigned, CancellationToken.None),
                PostEnded ended => services.GetRequiredService<KeepPosts>().HandleAsync(ended, CancellationToken.None),
                MemberChanged changed => services.GetRequiredService<KeepMembers>().HandleAsync([changed], CancellationToken.None),
                _ => throw new ArgumentException(@event.GetType().Name),
            }
        );
        await services.GetRequiredService<IdentityDb>().SaveChangesAsync();
    }

    private MemberChanged Changed(string status, long version) =>
        new()
        {
            District = "thanh-xuan",
            AggregateId = _member,
            Version = version,
            Number = "TX-1",
            FullName = "A member",
            UnitId = Guid.CreateVersion7(),
            UnitPath = "hn/thanh-xuan/cb-01",
            Status = status,
        };

    private PostAssigned Assigned(string role, DateOnly from, DateOnly? to, long version) =>
        new()
        {
            District = "thanh-xuan",
            AggregateId = _post,
            Version = version,
            MemberId = _member,
            UnitId = Guid.CreateVersion7(),
            UnitPath = "hn/thanh-xuan",
            Role = role,
            ValidFrom = from,
            ValidTo = to,
        };

    private PostEnded Ended(DateOnly to, long version) =>
        new()
        {
            District = "thanh-xuan",
            AggregateId = _post,
            Version = version,
            MemberId = _member,
            ValidTo = to,
        };
}
