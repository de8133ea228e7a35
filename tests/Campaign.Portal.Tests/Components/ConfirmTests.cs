using Bunit;
using Campaign.Portal.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Campaign.Portal.Tests.Components;

/// <summary>What cannot be undone is asked once more.</summary>
public sealed class ConfirmTests
{
    [Fact]
    public async Task It_says_what_will_be_and_does_nothing_until_it_is_confirmed()
    {
        await using var context = new PortalContext();
        var dialogs = context.Dialogs();
        var done = 0;
        var button = Render(context, () => done++, confirm: "The post ends today.");

        button.Find("button").Click();

        dialogs.WaitForAssertion(() => dialogs.Markup.ShouldContain("The post ends today."));
        done.ShouldBe(0);
        dialogs.Answer("No, go back");
        dialogs.WaitForAssertion(() => dialogs.FindAll(".mud-dialog").ShouldBeEmpty());
        done.ShouldBe(0);

        button.Find("button").Click();
        dialogs.Answer("Revoke");

        button.WaitForAssertion(() => done.ShouldBe(1));
    }

    [Fact]
    public void What_can_be_undone_is_done_at_once()
    {
        using var context = new PortalContext();
        var done = 0;

        Render(context, () => done++, confirm: null).Find("button").Click();

        done.ShouldBe(1);
    }

    private static IRenderedComponent<ActionButton> Render(PortalContext context, Action act, string? confirm) =>
        context.Render<ActionButton>(button =>
            button.Add(b => b.Label, "Revoke").Add(b => b.Confirm, confirm).Add(b => b.Do, EventCallback.Factory.Create(context, act))
        );
}

internal static class Questions
{
    /// <summary>Waits for the question and presses the button of this name.</summary>
    public static void Answer(this IRenderedComponent<MudDialogProvider> dialogs, string button)
    {
        dialogs.WaitForAssertion(() => dialogs.FindAll(".mud-dialog button").ShouldContain(found => found.TextContent.Trim() == button));
        dialogs.FindAll(".mud-dialog button").First(found => found.TextContent.Trim() == button).Click();
    }
}
