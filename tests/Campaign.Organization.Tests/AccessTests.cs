using System.Net;
using System.Net.Http.Json;
using System.Text;
using Campaign.Api.Organization;
using Campaign.Contracts;

namespace Campaign.Organization.Tests;

/// <summary>Every endpoint: without a token, with a role that it does not allow, with the right role in another subtree.</summary>
[Trait("Run", "Quick")]
public sealed class AccessTests(OrganizationService service) : IClassFixture<OrganizationService>
{
    private const string Outside = "district-officer@hn/dong-da";

    public static TheoryData<string> Endpoints =>
        [
            "GET units?under=hn/thanh-xuan",
            "GET units/{unit}",
            "GET units/by-code/thanh-xuan",
            "POST units",
            "PUT units/{unit}",
            "GET units/{unit}/lineage",
            "GET units/{unit}/versions",
            "GET members/{member}/history",
            "GET decisions/{decision}",
            "POST decisions/preview",
            "POST decisions",
            "POST decisions/{decision}/cancel",
            "GET members?under=hn/thanh-xuan",
            "GET members/{member}",
            "POST members",
            "PUT members/{member}",
            "POST posts",
            "POST posts/{post}/end",
            "POST imports/units",
            "POST imports/members",
            "GET imports/jobs/{job}",
            "POST imports/jobs/{job}/cancel",
        ];

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Endpoint_asks_for_a_token(string endpoint) => (await CallAsync(endpoint)).ShouldBe(HttpStatusCode.Unauthorized);

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Endpoint_refuses_a_role_that_it_does_not_allow(string endpoint) =>
        (await CallAsync(endpoint, endpoint.StartsWith("GET units", StringComparison.Ordinal) ? "nobody@hn" : "member@hn")).ShouldBe(
            HttpStatusCode.Forbidden
        );

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Endpoint_refuses_the_right_role_in_another_subtree(string endpoint) =>
        (await CallAsync(endpoint, Outside)).ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Endpoint_serves_the_right_role_in_the_subtree(string endpoint) =>
        ((int)await CallAsync(endpoint, "district-officer@hn/thanh-xuan")).ShouldBeInRange(200, 299);

    [Fact]
    public async Task District_officer_creates_nothing_above_their_unit() =>
        (
            await PostAsync(
                "units",
                new CreateUnit("hoang-mai", "Hoàng Mai", "Hoàng Mai", UnitTypes.PartyCommittee, service.City.Id, new DateOnly(2010, 1, 1)),
                "district-officer@hn/thanh-xuan"
            )
        ).ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task City_officer_creates_a_district() =>
        (
            await PostAsync(
                "units",
                new CreateUnit("ba-dinh", "Ba Đình", "Ba Đình", UnitTypes.PartyCommittee, service.City.Id, new DateOnly(2010, 1, 1)),
                "city-officer@hn"
            )
        ).ShouldBe(HttpStatusCode.Created);

    [Fact]
    public async Task Lists_show_only_what_lies_in_the_callers_subtree()
    {
        (await service.Client(Outside).UnitsAsync()).Items.ShouldBeEmpty();
        (await service.Client(Outside).MembersAsync()).Items.ShouldBeEmpty();
        (await service.Client("secretary@hn/thanh-xuan").UnitsAsync()).Items.ShouldNotContain(unit => unit.Path == "hn");
    }

    private async Task<HttpStatusCode> PostAsync(string path, object body, string post)
    {
        using var http = service.Http(post);
        using var answer = await http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> CallAsync(string endpoint, params string[] posts)
    {
        var suffix = Guid.NewGuid().ToString("n");
        var cell = await service.CellAsync($"ac-{suffix}");
        var member = await service.DistrictOfficer.RegisterMemberAsync(new RegisterMember($"AC-{suffix}", "Lê Văn K", cell.Id, null));
        var post = await service.DistrictOfficer.AssignPostAsync(
            new AssignPost(member.Id, cell.Id, Roles.Secretary, new DateOnly(2021, 1, 1), null)
        );
        var decision = await service.DistrictOfficer.RecordDecisionAsync(Dissolve(cell, "waits", service.Clock.Day.AddDays(100)));
        var job = await service.DistrictOfficer.SendMembersAsync(
            new MemoryStream("number,full_name,unit_code\n"u8.ToArray()),
            "none.csv",
            dryRun: true
        );
        var path = endpoint
            .Split(' ')[1]
            .Replace("{job}", $"{job.Id}", StringComparison.Ordinal)
            .Replace("{decision}", $"{decision.Id}", StringComparison.Ordinal)
            .Replace("{unit}", $"{cell.Id}", StringComparison.Ordinal)
            .Replace("{member}", $"{member.Id}", StringComparison.Ordinal)
            .Replace("{post}", $"{post.Id}", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new HttpMethod(endpoint.Split(' ')[0]), path);
        request.Content = endpoint switch
        {
            "POST units" => JsonContent.Create(
                new CreateUnit($"new-{suffix}", "Chi bộ", "CB", UnitTypes.Cell, cell.Id, new DateOnly(2010, 1, 1))
            ),
            "PUT units/{unit}" => JsonContent.Create(new RenameUnit("Chi bộ", "CB")),
            "POST members" => JsonContent.Create(new RegisterMember($"NEW-{suffix}", "Lê Văn K", cell.Id, null)),
            "PUT members/{member}" => JsonContent.Create(new UpdateMember("Lê Văn L", cell.Id, MemberStatuses.Active)),
            "POST posts" => JsonContent.Create(new AssignPost(member.Id, cell.Id, Roles.Committee, new DateOnly(2021, 1, 1), null)),
            "POST posts/{post}/end" => JsonContent.Create(new EndPost(new DateOnly(2022, 1, 1))),
            "POST decisions/preview" or "POST decisions" => JsonContent.Create(Dissolve(cell, "now", new DateOnly(2024, 1, 1))),
            "POST imports/units" => Csv(
                $"code,name,short_name,type,parent_code,valid_from\nimp-{suffix},Chi bộ,CB,cell,{cell.Code},2010-01-01\n"
            ),
            "POST imports/members" => Csv($"number,full_name,unit_code\nIMP-{suffix},Lê Văn M,{cell.Code}\n"),
            _ => null,
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var http = service.Http(posts);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private static RecordDecision Dissolve(UnitView unit, string suffix, DateOnly on) =>
        new(
            $"{unit.Code}-{suffix}",
            new DateOnly(2024, 1, 1),
            on,
            "Giải thể",
            [new ReorganisationStep(ReorganisationKinds.Dissolve, [unit.Code], "thanh-xuan")]
        );

    private static StringContent Csv(string text) => new(text, Encoding.UTF8, "text/csv");
}
