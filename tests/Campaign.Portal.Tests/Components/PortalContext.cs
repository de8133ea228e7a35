using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using Bunit;
using Bunit.TestDoubles;
using Campaign.Api;
using Campaign.Api.City;
using Campaign.Api.Directive;
using Campaign.Api.Evaluation;
using Campaign.Api.Identity;
using Campaign.Api.Operations;
using Campaign.Api.Organization;
using Campaign.Api.Problems;
using Campaign.Api.Recognition;
using Campaign.Api.Session;
using Campaign.Contracts;
using Campaign.Portal.Calls;
using Campaign.Portal.Live;
using Campaign.Portal.Operations;
using Campaign.Portal.Shared;
using Campaign.Portal.Vocabulary;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace Campaign.Portal.Tests.Components;

/// <summary>Renders components as an interactive page does, with services that answer what the test says.</summary>
public sealed class PortalContext : BunitContext
{
    private readonly BunitAuthorizationContext _user;

    public PortalContext(string language = "en", TimeProvider? time = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging().AddLocalization().AddMudServices().AddScoped<Words>().AddSingleton(time ?? TimeProvider.System);
        var http = new HttpClient(Answers) { BaseAddress = new Uri("http://gateway/") };
        Services
            .AddScoped(_ => new DirectiveClient(http))
            .AddScoped(_ => new SessionClient(http))
            .AddScoped(_ => new CityClient(http))
            .AddScoped(_ => new OrganizationClient(http))
            .AddScoped(_ => new EvaluationClient(http))
            .AddScoped(_ => new RecognitionClient(http))
            .AddScoped(_ => new IdentityClient(http))
            .AddScoped<Portal.Directives.InboxCount>()
            .AddSingleton<CatalogueCache>()
            .AddScoped(_ => new CatalogueClient(http))
            .AddScoped<Catalogues>()
            .AddScoped<ServiceList>()
            .AddScoped<Permissions>()
            .AddMemoryCache()
            .AddSingleton<IChangeSource>(Changes)
            .AddSingleton<ChangeFeeds>()
            .AddScoped<LiveUpdates>();
        Settings = new ConfigurationBuilder()
            .AddInMemoryCollection(
                Resources.Services.ToDictionary(name => $"services:{name}:http:0", name => (string?)$"http://gateway/api/v1/{name}/")
            )
            .Build();
        Services
            .AddSingleton(Settings)
            .AddSingleton<ServiceAddresses>()
            .AddSingleton<IHttpClientFactory>(new Probes(Answers))
            .AddScoped(_ => new MessagingClient(http))
            .AddScoped<ResourceStates>();
        foreach (var service in Resources.Services)
        {
            Answers.On($"GET {service}/may", new List<MayWithin>());
        }

        _user = AddAuthorization();

        // closes the registration of services: last
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public FakeAnswers Answers { get; } = new();

    public FakeChanges Changes { get; } = new();

    /// <summary>Each service has one address, at the gateway.</summary>
    public IConfiguration Settings { get; }

    /// <summary>Where questions come up; it has to be there before something asks.</summary>
    public IRenderedComponent<MudDialogProvider> Dialogs()
    {
        Render<MudPopoverProvider>();
        return Render<MudDialogProvider>();
    }

    public void SignIn(params string[] posts)
    {
        _user.SetAuthorized("Test");
        _user.SetClaims([new Claim("name", "Test"), .. posts.Select(post => new Claim("posts", post))]);
    }

    public void SignInAsMember(Guid member)
    {
        _user.SetAuthorized("Test");
        _user.SetClaims(new Claim("name", "Test"), new Claim("member", $"{member}"));
    }

    private sealed class Probes(HttpMessageHandler answers) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(answers, disposeHandler: false);
    }
}

/// <summary>Answers by the request's method and path; keeps what was asked.</summary>
public sealed class FakeAnswers : HttpMessageHandler
{
    private readonly Dictionary<string, Func<HttpResponseMessage>> _answers = [];
    private readonly Dictionary<string, List<MayWithin>> _allowed = [];

    public List<(string Request, string? Key)> Asked { get; } = [];

    /// <summary>What was sent along, in order.</summary>
    public List<string> Bodies { get; } = [];

    public void On(string request, object answer) =>
        _answers[request] = () =>
            new HttpResponseMessage { Content = JsonContent.Create(answer, answer.GetType(), options: JsonSerializerOptions.Web) };

    /// <summary>The words of a service, in use for ever.</summary>
    public void Knows(CatalogueName name, params IReadOnlyList<(string Code, string Vietnamese, string English)> words) =>
        On(
            $"GET {name.Service}/catalogues/{name.Name}",
            new Catalogue(
                name.Name,
                [
                    .. words.Select(word => new CatalogueEntry(
                        word.Code,
                        new Dictionary<string, string>
                        {
                            [CatalogueEntry.Vietnamese] = word.Vietnamese,
                            [CatalogueEntry.English] = word.English,
                        },
                        DateOnly.MinValue
                    )),
                ]
            )
        );

    /// <summary>What the person may begin in a service, within these units.</summary>
    public void Allows(string service, string action, params IReadOnlyList<string> unitPaths)
    {
        var may = _allowed.TryGetValue(service, out var already) ? already : _allowed[service] = [];
        may.Add(new(action, unitPaths));
        On($"GET {service}/may", may);
    }

    /// <summary>The attendance statuses that are shipped, and one that somebody added.</summary>
    public void Statuses() =>
        On(
            "GET session/catalogues/attendance-statuses",
            new Catalogue(
                "attendance-statuses",
                [
                    Status("present", "Có mặt", "Present", "present", usual: true),
                    Status("late", "Đến muộn", "Late", "present", minutes: true),
                    Status("excused", "Vắng có lý do", "Excused", "excused", usual: true),
                    Status("absent", "Vắng không lý do", "Absent", "absent", usual: true),
                    Status("online", "Dự trực tuyến", null, "present"),
                ]
            )
        );

    private static CatalogueEntry Status(
        string code,
        string vietnamese,
        string? english,
        string countsAs,
        bool usual = false,
        bool minutes = false
    ) =>
        new(
            code,
            english is null
                ? new Dictionary<string, string> { ["vi"] = vietnamese }
                : new Dictionary<string, string> { ["vi"] = vietnamese, ["en"] = english },
            DateOnly.MinValue,
            Traits: new Dictionary<string, string>
            {
                [SessionCatalogues.CountsAs] = countsAs,
                [SessionCatalogues.Usual] = usual ? "true" : "false",
                [SessionCatalogues.TakesMinutes] = minutes ? "true" : "false",
            }
        );

    public void Refuse(string request, HttpStatusCode status, string slug, params FieldError[] errors) =>
        _answers[request] = () =>
            new HttpResponseMessage(status)
            {
                Content = JsonContent.Create(
                    new
                    {
                        type = $"{ProblemType.Prefix}{slug}",
                        detail = "refused",
                        errors,
                    }
                ),
            };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var name = $"{request.Method} {request.RequestUri!.AbsolutePath["/api/v1/".Length..]}";
        Asked.Add((name, request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null));
        if (request.Content is not null)
        {
            Bodies.Add(await request.Content.ReadAsStringAsync(cancellationToken));
        }

        return _answers.TryGetValue(name, out var answer) ? answer() : throw new HttpRequestException($"{name} is away");
    }
}
