using Bunit;
using Campaign.Portal.App;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Campaign.Portal.Tests.Components;

/// <summary>What is typed into a page before it is connected would be lost.</summary>
public sealed class UntilLiveTests
{
    [Theory]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, false)]
    public void Fields_wait_for_the_connection_of_a_page_that_has_one(bool connects, bool isConnected, bool waits)
    {
        using var context = new PortalContext();
        context.SetRendererInfo(new RendererInfo(isConnected ? "Server" : "Static", isConnected));

        var fields = context.Render<UntilLive>(parameters =>
        {
            if (connects)
            {
                parameters.SetAssignedRenderMode(RenderMode.InteractiveServer);
            }

            parameters.AddChildContent("<input>");
        });

        fields.Find("fieldset").HasAttribute("disabled").ShouldBe(waits);
    }
}
