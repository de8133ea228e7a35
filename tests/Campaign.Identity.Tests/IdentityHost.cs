using System.Net;
using Campaign.Api;
using Campaign.Api.Identity;
using Campaign.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Identity.Tests;

/// <summary>
/// Identity in this process on a database of its own; start a second one with the same settings for a replica or a restart.
/// </summary>
public sealed class IdentityHost(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? services = null)
    : WebApplicationFactory<Program>
{
    public const string Origin = "http://127.0.0.1:8080";
    public const string OperatorPassword = "operator of the tests";
    public const string Secret = "secret-of-the-tests";

    /// <summary>The database's connection string.</summary>
    public string Database => settings[$"ConnectionStrings:{Resources.IdentityDb}"]!;

    public static async Task<Dictionary<string, string?>> SettingsAsync(TestServers servers) =>
        new()
        {
            [$"ConnectionStrings:{Resources.IdentityDb}"] = await servers.CreateDatabaseAsync("identity"),
            [$"ConnectionStrings:{Resources.RabbitMq}"] = await servers.CreateVirtualHostAsync("identity"),
            ["Identity:PublicOrigin"] = Origin,
            ["Operator:Password"] = OperatorPassword,
            ["Clients:portal:Secret"] = Secret,
            ["Clients:scenarios:Secret"] = Secret,
            ["Clients:city:Secret"] = Secret,
            ["Clients:directive:Secret"] = Secret,
        };

    public static async Task<IdentityHost> StartAsync(TestServers servers) =>
        await new IdentityHost(await SettingsAsync(servers)).ReadyAsync();

    public SignInClient SignInAs(string clientId = SignInClient.ScenariosClient, string secret = Secret) =>
        new(new Uri(Origin), secret, clientId, handler: Server.CreateHandler);

    /// <summary>The typed client with somebody's token, without the gateway's prefix.</summary>
    public IdentityClient Api(string? accessToken) => new(Http(accessToken));

    public HttpClient Http(string? accessToken = null)
    {
        var http = new HttpClient(new WithoutGatewayPrefix { InnerHandler = Server.CreateHandler() }) { BaseAddress = new Uri(Origin) };
        if (accessToken is not null)
        {
            http.DefaultRequestHeaders.Authorization = new("Bearer", accessToken);
        }

        return http;
    }

    public async Task<IdentityClient> AsOperatorAsync() => Api((await SignInAs().SignInAsync("operator", OperatorPassword)).AccessToken);

    public async Task<T> InDatabaseAsync<T>(Func<IdentityDb, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<IdentityDb>());
    }

    public async Task<IdentityHost> ReadyAsync()
    {
        using var http = Http();
        await Eventually.EqualsAsync(
            "Identity's health",
            async () => (await http.GetAsync(new Uri("/health", UriKind.Relative))).StatusCode,
            HttpStatusCode.OK
        );
        return this;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(collection =>
        {
            collection.AddTransient<IStartupFilter, FromLoopback>();
            services?.Invoke(collection);
        });
    }

    /// <summary>The test server's requests come from nowhere; the gateway's come from loopback.</summary>
    private sealed class FromLoopback : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, following) =>
                    {
                        context.Connection.RemoteIpAddress = IPAddress.Loopback;
                        return following(context);
                    }
                );
                next(app);
            };
    }

    private sealed class WithoutGatewayPrefix : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (ApiAddress.TryRead(request.RequestUri!.PathAndQuery, out _, out var path))
            {
                request.RequestUri = new Uri(request.RequestUri, $"/{path}");
            }

            return base.SendAsync(request, cancellationToken);
        }
    }
}
