using Bunit;
using Campaign.Api.Session;
using Campaign.Portal.Sessions;

namespace Campaign.Portal.Tests.Components;

public sealed class CloseFormTests
{
    private static readonly Guid s_id = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly SessionView s_session = new(
        s_id,
        null,
        s_id,
        "Chi bộ 1",
        "hn/q/cb",
        "cell-meeting",
        new("Học tập", "in-room", "Nhà văn hóa", 90),
        DateTimeOffset.UnixEpoch,
        "open",
        null,
        new AttendanceSummary(3, 2, 0, 0),
        null,
        2
    );

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, true)]
    public void Whoever_closes_hears_of_ticks_that_wait_on_the_device(int waiting, bool says)
    {
        using var context = new PortalContext();
        context.JSInterop.SetupModule("/roster-waiting.js").Setup<int>("waiting", s_id).SetResult(waiting);
        var form = context.Render<CloseForm>(parameters => parameters.Add(f => f.Session, s_session));
        form.FindAll("[role=alert]").Count.ShouldBe(says ? 1 : 0);
    }

    [Fact]
    public void A_browser_that_cannot_say_does_not_take_the_page_down()
    {
        using var context = new PortalContext();
        context.JSInterop.SetupModule("/roster-waiting.js").Setup<int>("waiting", s_id).SetException(new TaskCanceledException());
        var form = context.Render<CloseForm>(parameters => parameters.Add(f => f.Session, s_session));
        form.Find("h2").TextContent.ShouldNotBeEmpty();
        form.FindAll("[role=alert]").ShouldBeEmpty();
    }
}
