using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Campaign.Api.Identity;
using Campaign.BrowserSignIn;
using Campaign.Contracts;

namespace Campaign.System.Tests.Access;

/// <summary>Walks every endpoint of every service through the gateway, as those who must be refused.</summary>
public sealed class AccessWalkTests(PlayedSystem played)
{
    private const string Root = "hn";
    private const string Elsewhere = "hn/ba-dinh";
    private const string District = "thanh-xuan";

    // what the city leads or asks of everybody, and sums of one's own district
    private static readonly string[] s_citysOwn =
    [
        "GET directive/campaigns",
        "GET directive/campaigns/{id}",
        "GET directive/directives",
        // the caller's own choice
        "GET directive/inbox/mail",
        "GET city/campaigns",
        "GET city/campaigns/{campaign}/figures",
        "GET city/campaigns/{campaign}/quarters",
        "GET city/campaigns/{campaign}/review-report",
        "GET city/campaigns/{campaign}/review-report.docx",
    ];

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> s_tokens = [];

    [Fact]
    public async Task Only_verification_scans_and_what_a_signed_link_opens_are_public()
    {
        var open = (await EndpointsAsync()).Where(endpoint => endpoint.Public).ToList();

        open.Select(endpoint => endpoint.ToString())
            .ShouldBe(
                [
                    "GET recognition/verifications/{code}",
                    "POST session/sessions/{id}/scans",
                    "GET session/feeds/{token}.ics",
                    "GET session/invitations/{token}",
                    "POST session/invitations/{token}/answer",
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Without_a_token_every_endpoint_answers_401()
    {
        await WalkAsync(_ => [null], (_, _, status, _) => status == HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_role_that_an_endpoint_does_not_name_gets_403_even_for_the_whole_city()
    {
        string[] grantable = [.. s_roles];
        await WalkAsync(
            endpoint => endpoint.Roles.Count == 0 ? [] : [.. grantable.Except(endpoint.Roles).Select(role => $"{role}@{Root}")],
            (_, _, status, _) => status == HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task The_right_role_in_another_district_sees_and_changes_nothing()
    {
        // there is no city officer of a district
        await WalkAsync(
            endpoint => [.. endpoint.Roles.Intersect(s_roles).Except([Roles.CityOfficer]).Select(role => $"{role}@{Elsewhere}")],
            (endpoint, _, status, content) =>
                status switch
                {
                    HttpStatusCode.Forbidden or HttpStatusCode.NotFound => true,
                    HttpStatusCode.OK when endpoint.IsRead => !content.Contains(District, StringComparison.Ordinal)
                        && (s_citysOwn.Contains(endpoint.ToString()) || IsEmptyList(content)),
                    HttpStatusCode.OK => endpoint.TakesText && IsRefusedImport(content),
                    // a large file is looked at behind the answer, within the sender's units
                    HttpStatusCode.Accepted => endpoint.ToString() == "POST organization/imports/jobs/members",
                    // the body is looked at before it is known whose unit it is about
                    HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity => endpoint.Body is not null,
                    _ => false,
                }
        );
    }

    private static readonly string[] s_roles =
    [
        Roles.CityOfficer,
        Roles.DistrictOfficer,
        Roles.Secretary,
        Roles.Member,
        Roles.Committee,
        Roles.Council,
        Roles.Analyst,
        Roles.Operator,
        Roles.Integrator,
    ];

    private delegate bool Verdict(Endpoint endpoint, string? post, HttpStatusCode status, string content);

    private async Task WalkAsync(Func<Endpoint, IReadOnlyList<string?>> callers, Verdict isRight)
    {
        var samples = await Samples.ReadAsync(played);
        var calls = (await EndpointsAsync())
            .Where(endpoint => !endpoint.Public)
            .SelectMany(endpoint => callers(endpoint).Select(post => (Endpoint: endpoint, Post: post)))
            .ToList();
        calls.Count.ShouldBeGreaterThan(100);
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(calls, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (call, ct) =>
        {
            using var request = Request(call.Endpoint, samples);
            request.Headers.Authorization = call.Post is null ? null : new AuthenticationHeaderValue("Bearer", await TokenAsync(call.Post));
            using var response = await played.Anybody.SendAsync(request, ct);
            var content = await response.Content.ReadAsStringAsync(ct);
            if (!isRight(call.Endpoint, call.Post, response.StatusCode, content))
            {
                wrong.Add(
                    $"{call.Endpoint} as {call.Post ?? "nobody"}: {(int)response.StatusCode} {content[..Math.Min(content.Length, 200)]}"
                );
            }
        });
        wrong.ShouldBeEmpty($"of {calls.Count} calls:\n{string.Join('\n', wrong.Order(StringComparer.Ordinal))}");
    }

    private static HttpRequestMessage Request(Endpoint endpoint, Samples samples)
    {
        var request = new HttpRequestMessage(endpoint.Method, samples.Address(endpoint));
        if (endpoint.Method == HttpMethod.Post)
        {
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        }
        else if (endpoint.Method == HttpMethod.Put)
        {
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        }

        request.Content =
            samples.Body(endpoint) is { } body ? new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json")
            : endpoint.TakesText ? new StringContent(Samples.Import(endpoint), Encoding.UTF8, "text/csv")
            : null;
        return request;
    }

    private static bool IsEmptyList(string content)
    {
        using var document = JsonDocument.Parse(content);
        var list =
            document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement
            : document.RootElement.TryGetProperty("items", out var items) ? items
            : default;
        return list.ValueKind == JsonValueKind.Array && list.GetArrayLength() == 0;
    }

    private static bool IsRefusedImport(string content)
    {
        using var report = JsonDocument.Parse(content);
        int Count(string name) => report.RootElement.GetProperty(name).GetInt32();
        return Count("errorCount") > 0 && Count("rows") > 0 && Count("created") + Count("changed") + Count("unchanged") == 0;
    }

    private Task<IReadOnlyList<Endpoint>> EndpointsAsync() => Endpoint.AllAsync(played.Anybody);

    /// <summary>A token that carries just this post, of a client made for it.</summary>
    private Task<string> TokenAsync(string post) =>
        s_tokens
            .GetOrAdd(post, _ => new Lazy<Task<string>>(async () =>
            {
                var parts = post.Split('@');
                var client = await played.Cast.Operator.Identity.CreateIntegratorAsync(
                    new CreateIntegrator(
                        $"walk-{parts[0]}-{Guid.NewGuid().ToString("N")[..8]}",
                        $"Walk {post}",
                        Root,
                        [new GrantPost(parts[0], parts[1])]
                    )
                );
                return (await new SignInClient(played.Origin, client.Secret, client.ClientId).AsClientAsync()).AccessToken;
            }))
            .Value;
}
