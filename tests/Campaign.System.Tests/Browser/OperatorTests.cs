using System.Net.Http.Headers;
using Campaign.Api.Identity;
using Microsoft.Playwright;

namespace Campaign.System.Tests.Browser;

/// <summary>The operator lets somebody in, and another system.</summary>
public sealed class OperatorTests(PlayedSystem played, Chromium chromium) : IClassFixture<Chromium>
{
    private const int Narrow = 360;

    [Fact]
    public async Task Operator_creates_an_account_with_a_post_and_its_owner_signs_in()
    {
        await using var window = await SignedInAsync();
        await window.Page.GotoAsync("/accounts/new");
        await window.Page.GetByLabel("Tên đăng nhập").FillAsync("can-bo-moi");
        await window.Page.GetByLabel("Tên hiển thị").FillAsync("Cán bộ mới");
        await window.Page.GetByLabel("Đơn vị quản lý").FillAsync("thanh-xuan");
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Gợi ý mật khẩu" }).ClickAsync();
        var field = window.Page.GetByLabel("Mật khẩu", new PageGetByLabelOptions { Exact = true });
        await Assertions.Expect(field).Not.ToBeEmptyAsync();
        var password = await field.InputValueAsync();
        await window.DemandAccessibleAsync();
        await window.ScreenshotAsync("account-new-360");
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tạo", Exact = true }).ClickAsync();

        await window.Page.GetByText("Chưa có chức vụ nào").WaitForAsync();
        await window.Page.GetByLabel("Vai trò").SelectOptionAsync("analyst");
        await window.Page.GetByLabel("Đơn vị (mã)", new PageGetByLabelOptions { Exact = true }).FillAsync("thanh-xuan");
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Giao chức vụ" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Thu hồi" }).WaitForAsync();
        await window.DemandAccessibleAsync();
        await window.ScreenshotAsync("account-360");
        window.Complaints.ShouldBeEmpty();

        await using var theirs = await chromium.OpenAsync(played.Origin, Narrow, 800);
        await theirs.SignInAsync("can-bo-moi", password);
        await theirs.Page.GotoAsync("/reports");
        await theirs.Page.Locator("main h1").WaitForAsync();
        theirs.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Operator_registers_a_system_whose_secret_opens_the_API()
    {
        await using var window = await SignedInAsync();
        await window.Page.GotoAsync("/integrators/new");
        await window.Page.GetByLabel("Mã hệ thống").FillAsync("cong-thong-tin");
        await window.Page.GetByLabel("Tên hệ thống").FillAsync("Cổng thông tin thành phố");
        await window.Page.GetByLabel("Đơn vị (mã)").FillAsync("thanh-xuan");
        await window.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tạo", Exact = true }).ClickAsync();
        var secret = await window.Page.Locator("[role=status] .copy-link input").InputValueAsync();
        await window.DemandAccessibleAsync();
        await window.Page.GetByText("Mở trang của hệ thống này").ClickAsync();
        await window.Page.GetByText("connect/token").WaitForAsync();
        await window.DemandAccessibleAsync();
        await window.ScreenshotAsync("integrator-360");

        using var api = new HttpClient { BaseAddress = played.Origin };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            (await new SignInClient(played.Origin, secret, "cong-thong-tin").AsClientAsync()).AccessToken
        );
        (await api.GetStringAsync(new Uri("api/v1/organization/units?limit=1", UriKind.Relative))).ShouldContain("thanh-xuan");
        window.Complaints.ShouldBeEmpty();
    }

    private async Task<Window> SignedInAsync()
    {
        var window = await chromium.OpenAsync(played.Origin, Narrow, 800);
        await window.SignInAsync("operator", played.System.Parameter("operator-password"));
        return window;
    }
}
