using Campaign.Api;
using Campaign.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Identity.Tests;

public sealed class FirstOperatorTests(TestServers servers)
{
    [Fact]
    public async Task First_operator_is_made_once_and_a_later_password_setting_changes_nothing()
    {
        var settings = await IdentityHost.SettingsAsync(servers);
        await using (var first = await new IdentityHost(settings).ReadyAsync())
        {
            (await Tokens.PostsOfAsync(first, "operator", IdentityHost.OperatorPassword)).ShouldBe([$"{Roles.Operator}@hn"]);
        }

        settings["Operator:Password"] = "a later password";
        await using var second = await new IdentityHost(settings).ReadyAsync();

        (await second.InDatabaseAsync(db => db.Accounts.CountAsync())).ShouldBe(1);
        await Should.ThrowAsync<ApiException>(() => second.SignInAs().SignInAsync("operator", "a later password"));
        (await second.SignInAs().SignInAsync("operator", IdentityHost.OperatorPassword)).AccessToken.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Without_its_password_there_is_no_operator()
    {
        var settings = await IdentityHost.SettingsAsync(servers);
        settings.Remove("Operator:Password");
        await using var host = await new IdentityHost(settings).ReadyAsync();

        (await host.InDatabaseAsync(db => db.Accounts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Operator_acts_in_the_root_unit_that_is_configured()
    {
        var settings = await IdentityHost.SettingsAsync(servers);
        settings["Identity:RootUnit"] = "hcm";
        await using var host = await new IdentityHost(settings).ReadyAsync();

        (await Tokens.PostsOfAsync(host, "operator", IdentityHost.OperatorPassword)).ShouldBe([$"{Roles.Operator}@hcm"]);
    }
}
