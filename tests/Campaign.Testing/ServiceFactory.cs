using System.Net.Http.Headers;
using Campaign.Api;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Testing;

/// <summary>One service in this process, on real servers, with tokens of <see cref="TestTokens"/>.</summary>
/// <param name="settings">Configuration as the app model would give it: connection strings and the like.</param>
/// <param name="services">Last word on registrations, e.g. a fake clock.</param>
public class ServiceFactory<TProgram>(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? services = null)
    : WebApplicationFactory<TProgram>
    where TProgram : class
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // no test of a service kills the broker in the second in which it made a queue
        builder.UseSetting("Messaging:QueueSettleTime", "00:00:00");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(collection =>
        {
            collection.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, TestTokens.Trust);
            collection.HoldProblemsAgainstDocument();
            services?.Invoke(collection);
        });
    }

    /// <summary>
    /// A client as the typed clients expect it: the gateway's <c>api/v1/{service}/</c> prefix is taken off, and requests
    /// carry a token with these posts; none gives an anonymous client.
    /// </summary>
    public HttpClient As(params string[] posts) => As(posts, null);

    /// <inheritdoc cref="As(string[])"/>
    public HttpClient As(string[] posts, Guid? member)
    {
        var client = CreateDefaultClient(new GatewayPrefix());
        if (posts.Length > 0 || member is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.For(posts, member));
        }

        return client;
    }

    private sealed class GatewayPrefix : DelegatingHandler
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
