using Bunit;
using Campaign.Portal.Commitments;
using Campaign.Portal.Directives;
using Campaign.Portal.Planning;
using Campaign.Portal.SessionReports;
using Microsoft.AspNetCore.Components;

namespace Campaign.Portal.Tests.Components;

/// <summary>Somebody without a post is told the same everywhere, and whom to ask.</summary>
public sealed class NoUnitTests
{
    public static TheoryData<Type> Pages() =>
        [
            typeof(InboxPage),
            typeof(DecisionsPage),
            typeof(CascadePage),
            typeof(NewCommitmentPage),
            typeof(CalendarPage),
            typeof(NewSessionPage),
            typeof(AttendancePage),
            typeof(CoveragePage),
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Whoever_holds_no_post_is_told_whom_to_ask(Type page)
    {
        using var context = new PortalContext("vi");
        context.SignIn();

        var shown = context.Render<DynamicComponent>(parameters => parameters.Add(component => component.Type, page));

        var said = shown.WaitForElement(".no-unit").TextContent;
        said.ShouldStartWith("Bạn không giữ chức vụ ở đơn vị nào");
        said.ShouldContain("bí thư chi bộ");
        said.ShouldContain("quản trị vận hành");
    }
}
