using System.Net;
using Bunit;
using Campaign.Api;
using Campaign.Portal.Shared;

namespace Campaign.Portal.Tests.Components;

public sealed class FetchTests
{
    [Fact]
    public void It_says_that_it_loads_until_there_is_something()
    {
        using var context = new PortalContext();
        var answer = new TaskCompletionSource<string>();
        var fetch = Render(context, _ => answer.Task);

        fetch.Find("[role=status]").GetAttribute("aria-label").ShouldBe("Loading");
        answer.SetResult("there");

        fetch.WaitForAssertion(() => fetch.Markup.ShouldBe("<b>there</b>"));
    }

    [Fact]
    public void A_service_that_is_away_is_one_sentence_and_can_be_tried_again()
    {
        using var context = new PortalContext();
        var away = true;
        var fetch = Render(context, _ => away ? throw new HttpRequestException() : Task.FromResult("there"));

        fetch.Find("[role=alert]").TextContent.ShouldContain("does not answer");
        away = false;
        fetch.Find("button").Click();

        fetch.WaitForAssertion(() => fetch.Markup.ShouldBe("<b>there</b>"));
    }

    [Fact]
    public async Task A_later_failure_keeps_what_was_there()
    {
        using var context = new PortalContext();
        var away = false;
        var fetch = Render(context, _ => away ? throw new HttpRequestException() : Task.FromResult("there"));
        away = true;
        await fetch.InvokeAsync(fetch.Instance.ReloadAsync);

        fetch.Find("b").TextContent.ShouldBe("there");
        fetch.FindAll("[role=alert]").Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_answer_to_an_older_question_does_not_replace_a_newer_one()
    {
        using var context = new PortalContext();
        var answers = new Queue<TaskCompletionSource<string>>([new(), new()]);
        var (older, newer) = (answers.First(), answers.Last());
        var fetch = Render(context, _ => answers.Dequeue().Task);
        var reload = fetch.InvokeAsync(fetch.Instance.ReloadAsync);
        newer.SetResult("new");
        await reload;
        older.SetResult("old");

        fetch.WaitForAssertion(() => fetch.Markup.ShouldBe("<b>new</b>"));
    }

    [Fact]
    public async Task A_page_that_was_left_is_not_loaded_again()
    {
        using var context = new PortalContext();
        var loads = 0;
        var fetch = Render(context, _ => Task.FromResult($"{++loads}")).Instance;
        await context.DisposeComponentsAsync();

        await fetch.ReloadAsync();

        loads.ShouldBe(1);
    }

    [Fact]
    public void An_ended_session_offers_to_sign_in_again()
    {
        using var context = new PortalContext("vi");
        var fetch = Render(context, _ => throw new ApiException(HttpStatusCode.Unauthorized, "urn:campaign:problem:sign-in-needed", "x"));

        fetch.Find("a").GetAttribute("href").ShouldBe("/sign-in?returnUrl=%2F");
        fetch.Find("[role=alert]").TextContent.ShouldContain("Đăng nhập");
    }

    [Fact]
    public void What_nobody_foresaw_is_not_swallowed()
    {
        using var context = new PortalContext();

        Should.Throw<InvalidOperationException>(() => Render(context, _ => throw new InvalidOperationException()));
    }

    private static IRenderedComponent<Fetch<string>> Render(PortalContext context, Func<CancellationToken, Task<string>> load) =>
        context.Render<Fetch<string>>(fetch => fetch.Add(f => f.Load, load).Add(f => f.ChildContent, text => $"<b>{text}</b>"));
}
