using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Campaign.Api.Directive;
using Campaign.Contracts;
using Campaign.Directives.Tests.Files;
using Campaign.Hosting.Access;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Directives.Tests.Service;

/// <summary>Walks every endpoint with no token, with a wrong role, and with the right role outside the subtree.</summary>
[Collection(ServiceTests.Name)]
[Trait("Run", "Quick")]
public sealed partial class AccessTests(DirectiveService service)
{
    private const string Elsewhere = "hn/dong-da";

    [Fact]
    public async Task Every_endpoint_refuses_who_has_no_token_or_no_such_role()
    {
        var endpoints = Endpoints().ToList();
        endpoints.Count.ShouldBeGreaterThanOrEqualTo(13);
        foreach (var (method, route, rule) in endpoints.Where(endpoint => !endpoint.Rule.Public))
        {
            (await SendAsync(service.Factory.As(), method, route)).ShouldBe(
                HttpStatusCode.Unauthorized,
                $"{method} {route} without a token"
            );
            if (rule.Roles.Count > 0)
            {
                var wrong = Roles.All.Except(rule.Roles).Select(role => $"{role}@hn").ToArray();
                (await SendAsync(service.Factory.As(wrong), method, route)).ShouldBe(
                    HttpStatusCode.Forbidden,
                    $"{method} {route} with {string.Join(' ', wrong)}"
                );
            }
        }
    }

    [Fact]
    public async Task Every_endpoint_refuses_the_right_role_outside_its_units()
    {
        var ward = await service.WardAsync(1);
        var directive = await service.IssuedAsync(ward.Cells, service.Asking(RequirementKinds.Report));
        var draft = await service.DraftAsync();
        await service.Officer.AttachAsync(draft.Id, draft.Version, "a.pdf", SampleFiles.Pdf("Bản chính"));
        var cell = service.Secretary(ward.Cells[0]);
        await ReminderTests.SweepAsync(service);
        var notice = (await cell.InboxAsync()).Items.ShouldHaveSingleItem().Id;
        var assignment = (await service.Officer.AssignmentsAsync(directive.Id)).Items.ShouldHaveSingleItem().Id;
        var issue = new IssueDirective(ward.Cells.Select(cell => cell.Id).ToList(), null, [service.Asking(RequirementKinds.Acknowledge)]);
        var made = await service
            .Secretary(ward.Unit)
            .MakeCommitmentAsync(
                new MakeCommitment(
                    directive.CampaignId,
                    ward.Unit.Id,
                    null,
                    null,
                    null,
                    "X",
                    [new DeedDraft(null, "X", 1, "X", service.Today)]
                )
            );
        var deed = $"commitments/{made.Id}/deeds/{made.Deeds[0].Id}";
        Dictionary<string, (string Path, object? Body)> outside = new()
        {
            ["GET /campaigns/{id:guid}"] = ($"campaigns/{directive.CampaignId}", null),
            ["POST /campaigns/"] = (
                "campaigns",
                new OpenCampaign("X", new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1), service.District.Id, ["A"])
            ),
            ["GET /directives/{id:guid}"] = ($"directives/{directive.Id}", null),
            ["PUT /directives/{id:guid}"] = ($"directives/{draft.Id}", service.Record(draft.CampaignId)),
            ["GET /directives/{id:guid}/body"] = ($"directives/{directive.Id}/body", null),
            ["GET /directives/{id:guid}/graph"] = ($"directives/{directive.Id}/graph", null),
            ["GET /directives/{id:guid}/attachment/"] = ($"directives/{draft.Id}/attachment", null),
            ["GET /directives/{id:guid}/attachment/content"] = ($"directives/{draft.Id}/attachment/content", null),
            ["PUT /directives/{id:guid}/attachment/"] = ($"directives/{draft.Id}/attachment?fileName=a.pdf", null),
            ["POST /directives/{id:guid}/attachment/remove"] = ($"directives/{draft.Id}/attachment/remove", null),
            ["POST /inbox/{notice:guid}/read"] = ($"inbox/{notice}/read", null),
            ["POST /inbox/read"] = ("inbox/read", new MarkRead(ward.Cells[0].Path)),
            ["POST /directives"] = ("directives", service.Record(directive.CampaignId, "77-KH/QU")),
            ["POST /directives/{id:guid}/issue/"] = ($"directives/{draft.Id}/issue", issue),
            ["POST /directives/{id:guid}/issue/preview"] = ($"directives/{draft.Id}/issue/preview", issue),
            ["GET /assignments/"] = ($"assignments?under={ward.Unit.Path}", null),
            ["GET /assignments/{id:guid}"] = ($"assignments/{assignment}", null),
            ["POST /assignments/{id:guid}/acknowledge"] = ($"assignments/{assignment}/acknowledge", new Acknowledge(null)),
            ["POST /assignments/acknowledge"] = ("assignments/acknowledge", new AcknowledgeMany(directive.Id, ward.Unit.Path, null)),
            ["GET /directives/{id:guid}/issue/"] = ($"directives/{directive.Id}/issue", null),
            ["GET /directives/{id:guid}/roll-up"] = ($"directives/{directive.Id}/roll-up?under={ward.Unit.Path}", null),
            ["GET /directives/{id:guid}/late"] = ($"directives/{directive.Id}/late?under={ward.Unit.Path}", null),
            ["GET /directives/{id:guid}/roll-up.xlsx"] = ($"directives/{directive.Id}/roll-up.xlsx?under={ward.Unit.Path}", null),
            ["GET /assignments/{id:guid}/notes"] = ($"assignments/{assignment}/notes", null),
            ["POST /assignments/{id:guid}/plan"] = ($"assignments/{assignment}/plan", new AssignmentText("X")),
            ["POST /assignments/{id:guid}/begin"] = ($"assignments/{assignment}/begin", null),
            ["POST /assignments/{id:guid}/extension"] = (
                $"assignments/{assignment}/extension",
                new AskExtension(service.Today.AddDays(90), "X")
            ),
            ["POST /assignments/{id:guid}/extension/decide"] = (
                $"assignments/{assignment}/extension/decide",
                new DecideExtension(true, null, "X")
            ),
            ["POST /assignments/{id:guid}/accept"] = ($"assignments/{assignment}/accept", null),
            ["POST /assignments/{id:guid}/return"] = ($"assignments/{assignment}/return", new ReturnAssignment("X", null)),
            ["POST /assignments/{id:guid}/close"] = ($"assignments/{assignment}/close", null),
            ["POST /assignments/{id:guid}/recall"] = ($"assignments/{assignment}/recall", new AssignmentText("X")),
            ["POST /assignments/accept"] = ("assignments/accept", new ManyAssignments(directive.Id, ward.Unit.Path)),
            ["POST /assignments/close"] = ("assignments/close", new ManyAssignments(directive.Id, ward.Unit.Path)),
            ["POST /assignments/recall"] = ("assignments/recall", new RecallMany(directive.Id, ward.Unit.Path, "X")),
            ["GET /commitments/"] = ($"commitments?under={ward.Unit.Path}", null),
            ["GET /commitments/{id:guid}"] = ($"commitments/{made.Id}", null),
            ["POST /commitments/"] = (
                "commitments",
                new MakeCommitment(
                    directive.CampaignId,
                    ward.Unit.Id,
                    null,
                    null,
                    null,
                    "X",
                    [new DeedDraft(null, "X", 1, "X", service.Today)]
                )
            ),
            ["PUT /commitments/{id:guid}"] = (
                $"commitments/{made.Id}",
                new CorrectCommitment("Y", [new DeedDraft(made.Deeds[0].Id, "X", 1, "X", service.Today)])
            ),
            ["GET /commitments/{id:guid}/deeds/{deed:guid}/progress"] = ($"{deed}/progress", null),
            ["POST /commitments/{id:guid}/deeds/{deed:guid}/progress"] = ($"{deed}/progress", new DeedProgress(null, 1, "X", null)),
            ["PUT /commitments/{id:guid}/deeds/{deed:guid}/progress/{entry:guid}"] = (
                $"{deed}/progress/{Guid.Empty}",
                new DeedProgress(null, 1, "X", null)
            ),
            ["POST /commitments/{id:guid}/deeds/{deed:guid}/confirm"] = ($"{deed}/confirm", null),
            ["POST /commitments/{id:guid}/deeds/{deed:guid}/withdraw"] = ($"{deed}/withdraw", new WithdrawDeed("X")),
            ["POST /assignments/{id:guid}/report"] = ($"assignments/{assignment}/report", new ReportAssignment("X", null)),
        };
        // lists without a unit show what is inside and are checked below; the catalogue belongs to everybody
        string[] inside =
        [
            "GET /campaigns/",
            "GET /directives",
            "GET /catalogues/{catalogue}",
            "GET /may",
            "GET /calendar-days/",
            "GET /inbox/",
            "GET /inbox/mail/",
            "POST /inbox/mail/",
        ];
        Endpoints()
            .Where(endpoint =>
                !endpoint.Rule.Public
                && !endpoint.Route.StartsWith("/operations", StringComparison.Ordinal)
                && !endpoint.Route.StartsWith("/event", StringComparison.Ordinal)
                && endpoint.Route != "/changes"
            )
            .Select(endpoint => $"{endpoint.Method} {endpoint.Route}")
            .ShouldBe([.. outside.Keys, .. inside], ignoreOrder: true);

        foreach (var endpoint in Endpoints())
        {
            if (outside.TryGetValue($"{endpoint.Method} {endpoint.Route}", out var call))
            {
                foreach (var role in endpoint.Rule.Roles)
                {
                    (await SendAsync(service.Factory.As($"{role}@{Elsewhere}"), endpoint.Method, call.Path, call.Body)).ShouldBeOneOf(
                        HttpStatusCode.Forbidden,
                        HttpStatusCode.NotFound
                    );
                }
            }
        }

        var beside = service.As($"{Roles.Analyst}@{Elsewhere}");
        (await beside.CampaignsAsync(limit: 500)).Items.ShouldNotContain(campaign => campaign.Id == directive.CampaignId);
        (await beside.DirectivesAsync(directive.CampaignId)).Items.ShouldBeEmpty();
        (await beside.AssignmentsAsync(directive.Id)).Items.ShouldBeEmpty();
        (await service.As($"{Roles.Secretary}@{Elsewhere}").InboxAsync()).Items.ShouldNotContain(line => line.Id == notice);
        (await cell.InboxAsync()).Unread.ShouldBe(1);
        (await service.EventsAsync(assignment)).ShouldBe(["AssignmentIssued"]);
    }

    private IEnumerable<(string Method, string Route, AccessRule Rule)> Endpoints() =>
        from endpoint in service.Factory.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let rule = endpoint.Metadata.GetMetadata<AccessRule>()
        where rule is not null
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select (method, $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}", rule);

    private static async Task<HttpStatusCode> SendAsync(HttpClient client, string method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            Placeholder().Replace(path, hole => hole.Value.Contains("long", StringComparison.Ordinal) ? "1" : Guid.Empty.ToString())
        );
        if (method != "GET")
        {
            request.Content = JsonContent.Create(body ?? new { });
        }

        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Placeholder();
}
