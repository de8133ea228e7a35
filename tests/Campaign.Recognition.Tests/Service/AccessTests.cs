using System.Net;
using System.Net.Http.Json;
using Campaign.Api.Recognition;
using Campaign.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Recognition.Tests.Service;

/// <summary>Every endpoint of the service with no token, a wrong role, and a right role outside the subtree.</summary>
[Collection(nameof(RecognitionService))]
[Trait("Run", "Quick")]
public class AccessTests(RecognitionService service)
{
    private sealed record Target(World World, NominationView Nomination, AwardView Award);

    private sealed record Call(
        string Method,
        string Route,
        string RightRole,
        string? WrongRole,
        Func<Target, (string Path, object? Body)> Request
    )
    {
        /// <summary>Answers everybody who may call it, outside the subtree with nothing in it.</summary>
        public bool IsList { get; init; }

        public bool IsPublic { get; init; }
    }

    private static readonly Call[] s_calls =
    [
        new("GET", "/catalogues/{catalogue}", Roles.Analyst, null, _ => ("catalogues/titles", null)),
        new("GET", "/may", Roles.Analyst, null, _ => ("may", null)),
        new("GET", "/candidates", Roles.Secretary, Roles.Analyst, target => ($"candidates?under={target.World.Path}", null)),
        new("GET", "/councils", Roles.Analyst, Roles.Member, _ => ("councils", null)) { IsList = true },
        new("POST", "/councils", Roles.DistrictOfficer, Roles.Secretary, target =>
            ("councils", new CreateCouncil("x", target.World.UnitId, target.World.Council.MemberIds))
        ),
        new("GET", "/nominations", Roles.Analyst, Roles.Member, _ => ("nominations", null)) { IsList = true },
        new("GET", "/nominations/{id:guid}", Roles.Analyst, Roles.Member, target => ($"nominations/{target.Nomination.Id}", null)),
        new("POST", "/nominations", Roles.Secretary, Roles.Council, target =>
            ("nominations", target.World.Request(target.World.Members[8]))
        ),
        new("POST", "/nominations/{id:guid}/votes", Roles.Council, Roles.Secretary, target =>
            ($"nominations/{target.Nomination.Id}/votes", new CastVote(target.World.Council.MemberIds[0], true))
        ),
        new("POST", "/nominations/{id:guid}/ballots", Roles.DistrictOfficer, Roles.Council, target =>
            ($"nominations/{target.Nomination.Id}/ballots", new CastVotes([new Ballot(target.World.Council.MemberIds[0], true)]))
        ),
        new("POST", "/decisions", Roles.DistrictOfficer, Roles.Council, target =>
            ("decisions", target.World.Decision("7-QĐ/QU", target.Nomination))
        ),
        new("GET", "/awards", Roles.Analyst, Roles.Member, target => ($"awards?under={target.World.Path}", null)),
        new("GET", "/awards/{id:guid}", Roles.Analyst, Roles.Integrator, target => ($"awards/{target.Award.Id}", null)),
        new("GET", "/awards/{id:guid}/certificate.pdf", Roles.Analyst, Roles.Integrator, target =>
            ($"awards/{target.Award.Id}/certificate.pdf", null)
        ),
        new("POST", "/awards/{id:guid}/revoke", Roles.DistrictOfficer, Roles.Council, target =>
            ($"awards/{target.Award.Id}/revoke", new RevokeAward("Hồ sơ khai man thành tích", new DateOnly(2024, 1, 1)))
        ),
        new("GET", "/verifications/{code}", Roles.Analyst, null, target => ($"verifications/{target.Award.VerificationCode}", null))
        {
            IsPublic = true,
        },
    ];

    [Fact]
    public async Task Every_endpoint_refuses_who_may_not_call_it()
    {
        var world = await service.NewWorldAsync();
        var target = new Target(
            world,
            await world.Officer.NominateAsync(world.Request(world.Members[7])),
            await world.AwardedAsync(world.Members[6])
        );
        foreach (var call in s_calls)
        {
            var name = $"{call.Method} {call.Route}";
            (await SendAsync(call, target)).ShouldBe(call.IsPublic ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, name);
            if (call.WrongRole is not null)
            {
                (await SendAsync(call, target, $"{call.WrongRole}@hn")).ShouldBe(HttpStatusCode.Forbidden, name);
                (await SendAsync(call, target, $"{call.RightRole}@hn/elsewhere")).ShouldBeOneOf(
                    call.IsList ? [HttpStatusCode.OK] : [HttpStatusCode.Forbidden, HttpStatusCode.NotFound]
                );
            }
        }

        var outsider = service.As($"{Roles.Analyst}@hn/elsewhere");
        (await outsider.CouncilsAsync()).Items.ShouldBeEmpty();
        (await outsider.NominationsAsync(world.Campaign)).Items.ShouldBeEmpty();
        (await world.Officer.AwardAsync(target.Award.Id)).RevokedOn.ShouldBeNull();
        (await world.Officer.NominationAsync(target.Nomination.Id)).InFavour.ShouldBe(0);
    }

    [Fact]
    public void Every_endpoint_of_the_service_is_in_the_table()
    {
        var shared = new[] { "/health", "/alive", "/openapi", "/operations", "/changes", "/events", "/event-log" };
        var endpoints = service
            .Factory.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint =>
                (
                    Route: '/' + endpoint.RoutePattern.RawText!.Trim('/'),
                    Methods: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
                )
            )
            .Where(endpoint => !shared.Any(prefix => endpoint.Route.StartsWith(prefix, StringComparison.Ordinal)))
            .SelectMany(endpoint => endpoint.Methods.Select(method => $"{method} {endpoint.Route}"));

        endpoints.ShouldBe(s_calls.Select(call => $"{call.Method} {call.Route}"), ignoreOrder: true);
    }

    private async Task<HttpStatusCode> SendAsync(Call call, Target target, params string[] posts)
    {
        using var http = service.Factory.As(posts);
        var (path, body) = call.Request(target);
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), new Uri($"api/v1/recognition/{path}", UriKind.Relative));
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType());
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
