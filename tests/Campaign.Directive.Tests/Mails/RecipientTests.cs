using Campaign.Api.Identity;
using Campaign.Contracts;
using Campaign.Directives.Mails;
using Campaign.Hosting.ServiceCalls;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Directives.Tests.Mails;

public sealed class RecipientTests
{
    [Fact]
    public async Task Identity_is_asked_at_its_own_address_with_the_service_s_own_token()
    {
        FindMailRecipients? asked = null;
        await using var identity = WebApplication.Create();
        identity.Urls.Add("http://127.0.0.1:0");
        identity.MapPost("/connect/token", (HttpRequest request) =>
            new Dictionary<string, object>
            {
                ["access_token"] = $"token of {request.Form["client_id"]} with {request.Form["client_secret"]}",
                ["expires_in"] = 900,
            }
        );
        identity.MapPost("/mail-recipients", (FindMailRecipients find, HttpRequest request) =>
        {
            asked = find;
            return request.Headers.Authorization == "Bearer token of directive with a-secret"
                ? Results.Ok(new[] { new MailRecipient(Guid.Empty, "An", "an@example.vn", find.UnitPaths) })
                : Results.Unauthorized();
        });
        await identity.StartAsync(TestContext.Current.CancellationToken);

        var builder = WebApplication.CreateBuilder();
        builder.Configuration["services:identity:http:0"] = identity.Urls.Single();
        builder.Configuration["Client:Secret"] = "a-secret";
        builder.AddServiceCalls(Resources.Directive);
        builder.Services.AddSingleton(TimeProvider.System).AddMails();
        await using var service = builder.Build();
        var found = await service
            .Services.GetRequiredService<Recipients>()
            .OfAsync(["hn/thanh-xuan"], TestContext.Current.CancellationToken);

        found.ShouldHaveSingleItem().UnitPaths.ShouldBe(["hn/thanh-xuan"]);
        asked!.Role.ShouldBe(Roles.Secretary);
    }
}
