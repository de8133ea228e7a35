using System.Net;

namespace Campaign.Identity.Tests;

public sealed class TooManyAttemptsTests(TestServers servers)
{
    [Fact]
    public async Task Address_that_fails_too_often_is_refused_even_with_the_right_password()
    {
        var settings = await IdentityHost.SettingsAsync(servers);
        settings["Identity:SignIn:FailuresPerAddress"] = "3";
        await using var host = await new IdentityHost(settings).ReadyAsync();
        using var browser = new Browser(host);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            (await browser.SignInAsync("/account/sign-in?returnUrl=%2F", $"nobody-{attempt}", "guess")).Status.ShouldBe(
                HttpStatusCode.Unauthorized
            );
        }

        var answer = await browser.SignInAsync("/account/sign-in?returnUrl=%2F", "operator", IdentityHost.OperatorPassword);

        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }
}
