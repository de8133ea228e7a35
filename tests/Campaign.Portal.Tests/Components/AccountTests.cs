using System.Net;
using Bunit;
using Campaign.Api;
using Campaign.Api.Identity;
using Campaign.Api.Organization;
using Campaign.Contracts;
using Campaign.Portal.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Portal.Tests.Components;

public sealed class AccountTests
{
    private static readonly Guid s_id = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid s_post = Guid.Parse("00000000-0000-0000-0000-000000000002");

    [Fact]
    public void A_secret_is_shown_once_when_a_system_is_registered()
    {
        using var context = Signed();
        context.Answers.On("POST identity/integrators", new IntegratorSecret("city-portal", "s3cret"));
        var page = context.Render<NewIntegratorPage>();
        page.Find("#client-id").Input("city-portal");
        page.Find("#system-name").Input("City portal");
        Button(page, "Create").HasAttribute("disabled").ShouldBeTrue("no unit yet");
        page.Find("input[list]").Input("thanh-xuam");
        page.WaitForAssertion(() => page.Find("small[role=status]").TextContent.ShouldContain("no such unit"));
        context.Answers.On("GET organization/units", new Page<UnitView>([ThanhXuan()], null));
        page.Find("input[list]").Input("thanh-xuan");
        page.WaitForAssertion(() => page.Find("small[role=status]").TextContent.ShouldBe("Quận ủy Thanh Xuân"));

        Button(page, "Create").Click();

        page.WaitForElement("[role=status] input").GetAttribute("value").ShouldBe("s3cret");
        page.FindAll("#client-id").ShouldBeEmpty();
        context.Answers.Bodies[^1].ShouldContain("{\"role\":\"integrator\",\"unitPath\":\"hn/thanh-xuan\"");
    }

    [Fact]
    public void A_taken_id_is_said_and_what_was_typed_stays()
    {
        using var context = Signed();
        context.Answers.Refuse("POST identity/integrators", HttpStatusCode.Conflict, "client-id-taken");
        var page = context.Render<NewIntegratorPage>();
        page.Find("#client-id").Input("city-portal");
        page.Find("#system-name").Input("City portal");
        page.Find("input[list]").Input("thanh-xuan");

        Button(page, "Create").Click();

        page.WaitForElement("[role=alert]").TextContent.ShouldContain("client id is taken");
        page.Find("#client-id").GetAttribute("value").ShouldBe("city-portal");
    }

    [Fact]
    public void A_post_that_was_granted_is_granted_once_however_often_the_answer_is_lost()
    {
        using var context = Signed();
        var page = context.Render<AccountPage>(parameters => parameters.Add(p => p.Id, s_id));
        page.WaitForElement("dl, ul.plain-list");
        page.FindAll("input[list]")[0].Input("thanh-xuan");
        Button(page, "Grant the post").Click();
        page.WaitForElement("[role=alert]");
        Button(page, "Grant the post").Click();
        context.Answers.On($"POST identity/accounts/{s_id}/posts", Account());
        Button(page, "Grant the post").Click();

        page.WaitForAssertion(() => page.FindAll("[role=alert]").ShouldBeEmpty());
        var keys = context
            .Answers.Asked.Where(asked => asked.Request.EndsWith("/posts", StringComparison.Ordinal))
            .Select(asked => asked.Key)
            .ToList();
        keys.Count.ShouldBe(3);
        keys.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_being_typed_outlives_a_post_that_is_revoked()
    {
        await using var context = Signed();
        var dialogs = context.Dialogs();
        context.Answers.On($"POST identity/accounts/{s_id}/posts/{s_post}/revoke", Account());
        var page = context.Render<AccountPage>(parameters => parameters.Add(p => p.Id, s_id));
        page.WaitForElement("input[type=email]").Input("an@example.org");
        var read = context.Answers.Asked.Count(asked => asked.Request == $"GET identity/accounts/{s_id}");

        Button(page, "Revoke").Click();
        dialogs.Answer("Revoke");

        page.WaitForAssertion(() =>
            context.Answers.Asked.Count(asked => asked.Request == $"GET identity/accounts/{s_id}").ShouldBe(read + 1)
        );
        page.Find("input[type=email]").GetAttribute("value").ShouldBe("an@example.org");
    }

    [Fact]
    public void What_was_saved_is_shown_although_it_cannot_be_read_again()
    {
        using var context = Signed();
        var page = context.Render<AccountPage>(parameters => parameters.Add(p => p.Id, s_id));
        page.WaitForElement("input[type=email]").Input("an@example.org");
        context.Answers.On($"PUT identity/accounts/{s_id}", Account() with { Email = "an@example.org", Version = 4 });
        context.Answers.Refuse($"GET identity/accounts/{s_id}", HttpStatusCode.ServiceUnavailable, "service-unavailable");

        Button(page, "Save").Click();

        page.WaitForElement("[role=alert]");
        page.Find("input[type=email]").GetAttribute("value").ShouldBe("an@example.org");
    }

    [Fact]
    public async Task What_somebody_else_saved_meanwhile_is_not_overwritten()
    {
        await using var context = Signed();
        var dialogs = context.Dialogs();
        context.Answers.On($"POST identity/accounts/{s_id}/posts/{s_post}/revoke", Account());
        var page = context.Render<AccountPage>(parameters => parameters.Add(p => p.Id, s_id));
        page.WaitForElement("input[type=email]").Input("an@example.org");
        context.Answers.On($"GET identity/accounts/{s_id}", Account() with { Name = "Nguyễn Thị An Bình", Version = 5 });

        Button(page, "Revoke").Click();
        dialogs.Answer("Revoke");

        page.WaitForElement("[role=alert]").TextContent.ShouldContain("Somebody else saved");
        page.Find("input[type=email]").GetAttribute("value").ShouldBeNullOrEmpty();
        page.FindAll("input[maxlength='200']")[0].GetAttribute("value").ShouldBe("Nguyễn Thị An Bình");
    }

    [Fact]
    public void A_proposed_password_is_one_that_is_accepted()
    {
        string? proposed = null;
        using var context = Signed();
        var field = context.Render<PasswordField>(parameters => parameters.Add(p => p.ValueChanged, (string? value) => proposed = value));

        field.Find("button").Click();

        proposed!.Length.ShouldBeInRange(10, 128);
        proposed.Distinct().Count().ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public void Whose_account_it_is_is_found_from_the_member_and_created_for_them()
    {
        using var context = Signed();
        var member = Guid.CreateVersion7();
        context.Answers.On("GET identity/accounts", new Page<AccountSummary>([], null));
        context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/accounts?member={member}");

        var page = context.Render<AccountsPage>();

        page.WaitForElement(".empty").TextContent.ShouldContain("no account within your units");
        page.FindAll("a.button").ShouldContain(link => link.GetAttribute("href") == $"/accounts/new?member={member}");
    }

    private static PortalContext Signed()
    {
        var context = new PortalContext();
        context.SignIn("operator@hn");
        context.Answers.Allows("identity", "create-account", "hn");
        context.Answers.On("GET organization/units", new Page<UnitView>([], null));
        context.Answers.On("GET organization/units/by-code/thanh-xuan", ThanhXuan());
        context.Answers.On($"GET identity/accounts/{s_id}", Account());
        return context;
    }

    private static UnitView ThanhXuan() =>
        new(
            Guid.CreateVersion7(),
            "thanh-xuan",
            "Quận ủy Thanh Xuân",
            "Thanh Xuân",
            UnitTypes.PartyCommittee,
            null,
            "hn/thanh-xuan",
            "thanh-xuan",
            new DateOnly(2010, 1, 1),
            null,
            0,
            5,
            1
        );

    private static AccountView Account() =>
        new(
            s_id,
            "an",
            "Nguyễn Thị An",
            "hn/thanh-xuan",
            null,
            null,
            false,
            DateTimeOffset.UnixEpoch,
            [new GrantView(s_post, Roles.Secretary, "hn/thanh-xuan", new DateOnly(2026, 1, 1), null)],
            ["secretary@hn/thanh-xuan"],
            3
        )
        {
            May = ["update", "set-password", "grant", "revoke", "disable"],
        };

    private static AngleSharp.Dom.IElement Button<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.FindAll("button").Single(button => button.TextContent.Trim() == text);
}
