using System.Net;
using System.Net.Http.Json;
using Campaign.Api.Evaluation;
using Campaign.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Evaluation.Tests.Service;

/// <summary>Every endpoint of the service with no token, a wrong role, and a right role outside the subtree.</summary>
[Collection(nameof(EvaluationService))]
[Trait("Run", "Quick")]
public class AccessTests(EvaluationService service)
{
    private sealed record Call(
        string Method,
        string Route,
        string RightRole,
        string? WrongRole,
        Func<World, PeriodView, ReviewView, (string Path, object? Body)> Request
    );

    private static readonly Scores s_scores = new(20, 50, null);

    private static readonly Call[] s_calls =
    [
        new("GET", "/rule-sets", Roles.Analyst, null, (_, _, _) => ("rule-sets", null)),
        new("GET", "/catalogues/{catalogue}", Roles.Analyst, null, (_, _, _) => ("catalogues/ranks", null)),
        new("GET", "/may", Roles.Analyst, null, (_, _, _) => ("may", null)),
        new("GET", "/periods", Roles.Analyst, Roles.Integrator, (_, _, _) => ("periods", null)),
        new("GET", "/periods/{id:guid}", Roles.Analyst, Roles.Integrator, (_, period, _) => ($"periods/{period.Id}", null)),
        new("POST", "/periods", Roles.DistrictOfficer, Roles.Secretary, (world, _, _) =>
            ("periods", new OpenPeriod(world.Campaign, "x", new(2025, 1, 1), new(2025, 12, 31), world.UnitId, null, null))
        ),
        new("POST", "/periods/{id:guid}/enrol", Roles.Secretary, Roles.Analyst, (world, period, _) =>
            ($"periods/{period.Id}/enrol", new Enrol(world.Path))
        ),
        new("GET", "/reviews", Roles.Committee, Roles.Analyst, (world, period, _) =>
            ($"reviews?period={period.Id}&under={world.Path}", null)
        ),
        new("GET", "/reviews/{id:guid}", Roles.Secretary, Roles.Analyst, (_, _, review) => ($"reviews/{review.Id}", null)),
        new("POST", "/reviews/{id:guid}/self-rating", Roles.Secretary, Roles.Analyst, (_, _, review) =>
            ($"reviews/{review.Id}/self-rating", s_scores)
        ),
        new("POST", "/periods/{id:guid}/proposals", Roles.Secretary, Roles.Member, (_, period, review) =>
            ($"periods/{period.Id}/proposals", new Propose([new(review.Id, s_scores)]))
        ),
        new("POST", "/periods/{id:guid}/decisions", Roles.Committee, Roles.Secretary, (world, period, _) =>
            ($"periods/{period.Id}/decisions", new Decide(world.Path, SubjectKinds.Member, null, null))
        ),
    ];

    [Fact]
    public async Task Every_endpoint_refuses_who_may_not_call_it()
    {
        var world = await service.NewWorldAsync();
        var period = await world.EnrolledPeriodAsync();
        var review = (await world.ReviewsAsync(period, SubjectKinds.Member))[0];
        foreach (var call in s_calls)
        {
            var name = $"{call.Method} {call.Route}";
            (await SendAsync(call, world, period, review)).ShouldBe(HttpStatusCode.Unauthorized, name);
            if (call.WrongRole is not null)
            {
                (await SendAsync(call, world, period, review, $"{call.WrongRole}@hn")).ShouldBe(HttpStatusCode.Forbidden, name);
                var outside = await SendAsync(call, world, period, review, $"{call.RightRole}@hn/elsewhere");
                var listsNothing = call is { Method: "GET", Route: "/periods" };
                outside.ShouldBeOneOf(listsNothing ? [HttpStatusCode.OK] : [HttpStatusCode.Forbidden, HttpStatusCode.NotFound]);
            }
        }

        (await service.As($"{Roles.Analyst}@hn/elsewhere").PeriodsAsync(world.Campaign)).Items.ShouldBeEmpty();
        (await service.ScalarAsync<long>($"select count(*) from reviews where period_id = '{period.Id}' and state <> 'enrolled'")).ShouldBe(
            0
        );
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

    private async Task<HttpStatusCode> SendAsync(Call call, World world, PeriodView period, ReviewView review, params string[] posts)
    {
        using var http = service.Factory.As(posts);
        var (path, body) = call.Request(world, period, review);
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), new Uri($"api/v1/evaluation/{path}", UriKind.Relative));
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType());
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
